// Films and sounds made for tests: a click at each whole second, over a quiet tone.
#include "support/made_audio.hpp"

#include "video/handles.hpp"

extern "C" {
#include <libavutil/opt.h>
}

#include <cmath>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <numbers>
#include <stdexcept>

namespace mediaedit::test {
namespace {

using namespace internal;

void must(int code) {
    if (code < 0) throw std::runtime_error("film not made: " + av_text(code));
}

struct Track {
    Codec encoder;
    AVStream* stream = nullptr;
    std::deque<Packet> ready;
    bool ended = false;
};

void drain(Track& track) {
    for (auto packet = new_packet(); avcodec_receive_packet(track.encoder.get(), packet.get()) == 0;
         packet = new_packet())
        track.ready.push_back(std::move(packet));
}

class Film {
public:
    Film(const std::filesystem::path& file, const FilmMake& make) : make_(make) {
        AVFormatContext* output = nullptr;
        must(avformat_alloc_output_context2(&output, nullptr, nullptr, file.c_str()));
        output_.reset(output);
        if (make.picture_seconds > 0) open_picture();
        if (make.channels > 0) open_audio();
        must(avio_open(&output_->pb, file.c_str(), AVIO_FLAG_WRITE));
        must(avformat_write_header(output_.get(), nullptr));
    }
    ~Film() { avio_closep(&output_->pb); }

    void write() {
        while (true) {
            while (picture_.stream && picture_.ready.empty() && !picture_.ended) next_picture();
            while (audio_.stream && audio_.ready.empty() && !audio_.ended) next_audio();
            Track* first = nullptr;
            for (auto* track : {&picture_, &audio_}) {
                if (track->ready.empty()) continue;
                if (!first ||
                    av_compare_ts(track->ready.front()->dts, track->encoder->time_base,
                                  first->ready.front()->dts, first->encoder->time_base) < 0)
                    first = track;
            }
            if (!first) break;
            auto packet = std::move(first->ready.front());
            first->ready.pop_front();
            if (first == &audio_ && !spoil(*packet)) continue;
            av_packet_rescale_ts(packet.get(), first->encoder->time_base, first->stream->time_base);
            packet->stream_index = first->stream->index;
            must(av_interleaved_write_frame(output_.get(), packet.get()));
        }
        must(av_write_trailer(output_.get()));
    }

private:
    void open(Track& track, const AVCodec* codec) {
        if (output_->oformat->flags & AVFMT_GLOBALHEADER)
            track.encoder->flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
        must(avcodec_open2(track.encoder.get(), codec, nullptr));
        track.stream = avformat_new_stream(output_.get(), nullptr);
        must(avcodec_parameters_from_context(track.stream->codecpar, track.encoder.get()));
        track.stream->time_base = track.encoder->time_base;
    }

    void open_picture() {
        const auto* codec =
            make_.picture_codec == PictureCodec::h264
                ? avcodec_find_encoder_by_name("libx264")
                : avcodec_find_encoder(std::strcmp(output_->oformat->name, "flv") == 0
                                           ? AV_CODEC_ID_FLV1
                                           : AV_CODEC_ID_MPEG4);
        if (!codec) throw std::runtime_error("no encoder of pictures");
        picture_.encoder = quiet_codec_context(codec);
        auto& encoder = *picture_.encoder;
        encoder.width = make_.width;
        encoder.height = make_.height;
        encoder.pix_fmt = AV_PIX_FMT_YUV420P;
        encoder.time_base = {
            1, make_.picture_times.empty() ? make_.frame_rate : 1000 * make_.frame_rate};
        encoder.framerate = {make_.frame_rate, 1};
        encoder.gop_size = make_.frame_rate;
        encoder.max_b_frames = make_.b_frames;
        encoder.thread_count = 1;
        // Options that a codec does not have are ignored.
        av_opt_set(encoder.priv_data, "preset", "ultrafast", 0);
        av_opt_set(encoder.priv_data, "x264-params", "scenecut=0", 0);
        open(picture_, codec);
    }

    void open_audio() {
        const auto* codec =
            avcodec_find_encoder(make_.codec == AudioCodec::aac   ? AV_CODEC_ID_AAC
                                 : make_.codec == AudioCodec::ac3 ? AV_CODEC_ID_AC3
                                                                  : AV_CODEC_ID_PCM_S16LE);
        audio_.encoder = quiet_codec_context(codec);
        auto& encoder = *audio_.encoder;
        encoder.sample_fmt =
            make_.codec == AudioCodec::pcm ? AV_SAMPLE_FMT_S16 : AV_SAMPLE_FMT_FLTP;
        encoder.sample_rate = make_.rate_hz;
        av_channel_layout_default(&encoder.ch_layout, make_.channels);
        encoder.bit_rate = 64'000 * make_.channels;
        encoder.time_base = {1, make_.rate_hz};
        open(audio_, codec);
    }

    void next_picture() {
        const auto all = make_.picture_times.empty()
                             ? std::lround(make_.picture_seconds * make_.frame_rate)
                             : std::ssize(make_.picture_times);
        picture_.ended = pictures_ >= all;
        if (picture_.ended) {
            avcodec_send_frame(picture_.encoder.get(), nullptr);
        } else {
            auto frame = new_frame();
            frame->format = AV_PIX_FMT_YUV420P;
            frame->width = make_.width;
            frame->height = make_.height;
            must(av_frame_get_buffer(frame.get(), 0));
            const double at = make_.picture_times.empty()
                                  ? static_cast<double>(pictures_) / make_.frame_rate
                                  : make_.picture_times[static_cast<std::size_t>(pictures_)];
            for (int plane = 0; plane < 3; ++plane)
                std::memset(frame->data[plane], plane == 0 ? make_.light(at) : 128,
                            static_cast<std::size_t>(frame->linesize[plane]) *
                                (plane == 0 ? make_.height : make_.height / 2));
            frame->pts = std::llround((make_.picture_start + at) * picture_.encoder->time_base.den);
            ++pictures_;
            must(avcodec_send_frame(picture_.encoder.get(), frame.get()));
        }
        drain(picture_);
    }

    void next_audio() {
        const auto all = std::llround(make_.audio_seconds * make_.rate_hz);
        audio_.ended = samples_ >= all;
        if (audio_.ended) {
            avcodec_send_frame(audio_.encoder.get(), nullptr);
        } else {
            auto frame = new_frame();
            frame->format = audio_.encoder->sample_fmt;
            frame->nb_samples = static_cast<int>(std::min<std::int64_t>(
                audio_.encoder->frame_size > 0 ? audio_.encoder->frame_size : 1024,
                all - samples_));
            frame->sample_rate = make_.rate_hz;
            must(av_channel_layout_copy(&frame->ch_layout, &audio_.encoder->ch_layout));
            must(av_frame_get_buffer(frame.get(), 0));
            for (int i = 0; i < frame->nb_samples; ++i)
                for (int c = 0; c < make_.channels; ++c) {
                    const double value =
                        make_.wave(make_.audio_start + static_cast<double>(samples_ + i) /
                                                           make_.rate_hz * make_.stretch,
                                   c);
                    if (make_.codec != AudioCodec::pcm)
                        reinterpret_cast<float*>(frame->extended_data[c])[i] =
                            static_cast<float>(value);
                    else
                        reinterpret_cast<std::int16_t*>(frame->data[0])[i * make_.channels + c] =
                            static_cast<std::int16_t>(std::lround(value * 32767));
                }
            frame->pts = samples_;
            samples_ += frame->nb_samples;
            must(avcodec_send_frame(audio_.encoder.get(), frame.get()));
        }
        drain(audio_);
    }

    /// False: the packet is left out.
    bool spoil(AVPacket& packet) {
        const double at =
            make_.audio_start + static_cast<double>(packet.pts) / make_.rate_hz * make_.stretch;
        const auto within = [at](const auto& spans) {
            for (const auto& [start, end] : spans)
                if (at >= start && at < end) return true;
            return false;
        };
        if (within(make_.missing)) return false;
        if (within(make_.broken)) {
            must(av_packet_make_writable(&packet));
            for (int i = 0; i < packet.size; ++i)
                packet.data[i] = static_cast<std::uint8_t>(91 + i * 37);
        }
        packet.pts = packet.dts =
            std::llround((make_.picture_start + make_.audio_start +
                          static_cast<double>(packet.pts) / make_.rate_hz * make_.stretch) *
                         make_.rate_hz);
        return true;
    }

    const FilmMake& make_;
    OutputContext output_;
    Track picture_, audio_;
    std::int64_t pictures_ = 0, samples_ = 0;
};

}  // namespace

double click_wave(double seconds, int) {
    const double tone = 0.005 * std::sin(2 * std::numbers::pi * 440 * seconds);
    const double from_click = seconds - std::round(seconds);
    constexpr double half = 0.004;
    if (std::abs(from_click) > half) return tone;
    return tone + 0.7 * std::cos(2 * std::numbers::pi * 1000 * from_click) *
                      (0.5 + 0.5 * std::cos(std::numbers::pi * from_click / half));
}

void make_film(const std::filesystem::path& file, const FilmMake& make) {
    Film(file, make).write();
}

}  // namespace mediaedit::test
