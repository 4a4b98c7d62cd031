// Encodes audio to AAC-LC.
#include "video/audio/audio_encoder.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/av_shortage.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// Recommended by Instagram, Facebook and X; mono needs less. Units: bit/s.
constexpr int stereo_rate = 128'000;
constexpr int mono_rate = 96'000;

}  // namespace

AudioEncoder::AudioEncoder(AudioFlow& flow, std::int64_t length)
    : flow_(flow), length_(length), frame_(new_frame()) {
    // FFmpeg's own encoder: it is in every build and takes floats; others take other formats.
    const auto* codec = avcodec_find_encoder_by_name("aac");
    const auto refuse = [](int code) {
        fail_if_av_short(code);
        fail(ErrorCode::unsupported,
             tr("The FFmpeg of this computer cannot write AAC sound; install a complete one."), {},
             av_text(code));
    };
    if (!codec) refuse(AVERROR_ENCODER_NOT_FOUND);
    encoder_ = quiet_codec_context(codec);
    encoder_->sample_fmt = AV_SAMPLE_FMT_FLTP;
    encoder_->sample_rate = audio_rate_hz;
    av_channel_layout_default(&encoder_->ch_layout, flow.channels());
    encoder_->bit_rate = flow.channels() == 1 ? mono_rate : stereo_rate;
    encoder_->time_base = {1, audio_rate_hz};
    // Extradata goes into the MP4's header; no program name goes into the audio.
    encoder_->flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_BITEXACT;
    AVDictionary* options = nullptr;
    // Intensity stereo saves little at this rate, and was seen to make single packets 2 dB too
    // loud.
    av_dict_set(&options, "aac_is", "0", 0);
    const int opened = avcodec_open2(encoder_.get(), codec, &options);
    av_dict_free(&options);
    if (opened < 0) refuse(opened);
    parameters_.reset(avcodec_parameters_alloc());
    if (!parameters_) refuse(AVERROR(ENOMEM));
    if (const int code = avcodec_parameters_from_context(parameters_.get(), encoder_.get());
        code < 0)
        refuse(code);
    parameters_->initial_padding = 0;
    block_.resize(static_cast<std::size_t>(encoder_->frame_size) * flow.channels());
    flow_.rewind();
    for (std::int64_t left = encoder_->initial_padding; left > 0;) {
        const auto frames = std::min<std::int64_t>(left, encoder_->frame_size);
        flow_.read(std::span(block_).first(static_cast<std::size_t>(frames * flow.channels())));
        left -= frames;
    }
    sent_ = encoder_->initial_padding;
}

void AudioEncoder::send_next() {
    const int channels = flow_.channels();
    frame_->format = AV_SAMPLE_FMT_FLTP;
    frame_->nb_samples = encoder_->frame_size;
    frame_->sample_rate = audio_rate_hz;
    int code = av_channel_layout_copy(&frame_->ch_layout, &encoder_->ch_layout);
    if (code >= 0) code = av_frame_get_buffer(frame_.get(), 0);
    if (code >= 0) {
        flow_.read(block_);
        for (int c = 0; c < channels; ++c) {
            auto* samples = reinterpret_cast<float*>(frame_->extended_data[c]);
            for (int i = 0; i < encoder_->frame_size; ++i) {
                // The first and the last sample heard may be far from zero, which would click.
                const auto heard = fade_at(sent_ + i - encoder_->initial_padding,
                                           length_ - encoder_->initial_padding, click_fade);
                samples[i] =
                    std::clamp(block_[static_cast<std::size_t>(i) * channels + c], -1.0F, 1.0F) *
                    heard;
            }
        }
        frame_->pts = sent_;
        sent_ += encoder_->frame_size;
        code = avcodec_send_frame(encoder_.get(), frame_.get());
    }
    av_frame_unref(frame_.get());
    fail_if_av_short(code);
    if (code < 0)
        fail(ErrorCode::internal, tr("The sound could not be saved; nothing was written."), {},
             av_text(code));
}

bool AudioEncoder::next(AVPacket& packet) {
    av_packet_unref(&packet);
    // At least one packet: a track without packets is invalid.
    if (at_ > 0 && at_ >= length_) return false;
    int code = 0;
    while ((code = avcodec_receive_packet(encoder_.get(), &packet)) == AVERROR(EAGAIN)) send_next();
    fail_if_av_short(code);
    if (code < 0)
        fail(ErrorCode::internal, tr("The sound could not be saved; nothing was written."), {},
             av_text(code));
    av_packet_free_side_data(&packet);
    packet.pts = packet.dts = at_;
    // The last packet does not last longer than the video.
    packet.duration =
        std::max<std::int64_t>(1, std::min<std::int64_t>(encoder_->frame_size, length_ - at_));
    packet.flags = AV_PKT_FLAG_KEY;
    packet.stream_index = 0;
    packet.time_base = {1, audio_rate_hz};
    at_ += encoder_->frame_size;
    return true;
}

}  // namespace mediaedit::internal
