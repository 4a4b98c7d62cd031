// Finished pictures to H.264 as the platforms recommend it.
#include "video/result_encoder.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>

extern "C" {
#include <libavutil/opt.h>
}

namespace mediaedit::internal {
namespace {

constexpr int key_every_s = 2;
/// What a platform takes of 1080 x 1920 at 30 a second without making it again (docs/placements.md); other sizes in proportion.
constexpr double most_bits_a_pixel = 12e6 / (1080.0 * 1920 * 30);

/// The measure of x264: lower is better. 18 is where the eye sees no difference.
int rate_factor(Quality quality) {
    switch (quality) {
        case Quality::small: return 26;
        case Quality::good: return 22;
        case Quality::best: return 18;
    }
    return 18;
}

/// The encoders of an FFmpeg without x264, best first; each takes pictures from memory.
constexpr const char* encoders[] = {"libx264", "h264_nvenc", "h264_qsv", "h264_mf", "h264_videotoolbox", "libopenh264"};

void set(AVCodecContext& codec, const char* name, const std::string& value) { av_opt_set(codec.priv_data, name, value.c_str(), 0); }

Codec opened(const AVCodec* encoder, const EncoderWish& wish) {
    auto context = quiet_codec_context(encoder);
    auto& codec = *context;
    codec.width = wish.size.width;
    codec.height = wish.size.height;
    codec.pix_fmt = AV_PIX_FMT_YUV420P;
    codec.sample_aspect_ratio = {1, 1};
    codec.color_range = AVCOL_RANGE_MPEG;
    codec.color_primaries = AVCOL_PRI_BT709;
    codec.color_trc = AVCOL_TRC_BT709;
    codec.colorspace = AVCOL_SPC_BT709;
    codec.chroma_sample_location = AVCHROMA_LOC_LEFT;
    codec.time_base = wish.time_base;
    codec.framerate = wish.frame_rate;
    codec.thread_count = wish.threads;
    codec.max_b_frames = 0;
    codec.gop_size = 1 << 20;  // key pictures are asked for one by one
    codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP;
    const double most = most_bits_a_pixel * wish.size.width * wish.size.height * std::clamp(av_q2d(wish.frame_rate), 24.0, 60.0);
    const auto limit = static_cast<std::int64_t>(wish.bits_a_second ? static_cast<double>(*wish.bits_a_second) * 1.5 : most);
    codec.rc_max_rate = limit;
    codec.rc_buffer_size = static_cast<int>(std::min<std::int64_t>(2 * limit, INT32_MAX));
    if (wish.bits_a_second) codec.bit_rate = *wish.bits_a_second;
    if (std::string(encoder->name) == "libx264") {
        set(codec, "preset", "veryfast");
        set(codec, "profile", "high");
        set(codec, "forced-idr", "1");
        if (!wish.bits_a_second) set(codec, "crf", std::to_string(rate_factor(wish.quality)));
        set(codec, "x264-params", "scenecut=0:open-gop=0");
    } else {
        set(codec, "forced_idr", "1");
        if (!wish.bits_a_second) codec.bit_rate = limit * 2 / 3;
    }
    if (avcodec_open2(&codec, encoder, nullptr) < 0) return {};
    return context;
}

}  // namespace

ResultEncoder::ResultEncoder(const EncoderWish& wish) {
    for (const char* name : encoders) {
        const AVCodec* encoder = avcodec_find_encoder_by_name(name);
        if (!encoder) continue;
        codec_ = opened(encoder, wish);
        if (codec_) break;
    }
    if (!codec_) fail(ErrorCode::unsupported, tr("This computer has no encoder for H.264 videos; install FFmpeg's libraries with x264."));
    key_every_ = av_rescale_q(key_every_s, {1, 1}, wish.time_base);
}

std::string ResultEncoder::name() const { return codec_->codec->name; }

void ResultEncoder::put(const AVFrame* frame) {
    Frame own = frame ? share(*frame) : Frame();
    if (own) {
        const bool is_key = next_key_ == INT64_MIN || own->pts >= next_key_;
        own->pict_type = is_key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        if (is_key) next_key_ = (next_key_ == INT64_MIN ? own->pts : next_key_) + key_every_;
        if (is_key && own->pts >= next_key_) next_key_ = own->pts + key_every_;  // a long still picture
    }
    if (const int code = avcodec_send_frame(codec_.get(), own.get()); code < 0)
        fail(ErrorCode::internal, tr("A picture of the video could not be encoded; nothing was saved."), {}, av_text(code));
}

bool ResultEncoder::take(AVPacket& packet) {
    const int code = avcodec_receive_packet(codec_.get(), &packet);
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return false;
    if (code < 0) fail(ErrorCode::internal, tr("A picture of the video could not be encoded; nothing was saved."), {}, av_text(code));
    return true;
}

}  // namespace mediaedit::internal
