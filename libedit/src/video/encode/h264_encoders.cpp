// The H.264 encoders that FFmpeg may have, and their options.
#include "video/encode/h264_encoders.hpp"

#include "base/system/shortage.hpp"
#include "plan/video_bits.hpp"
#include "video/encode/vaapi_encoder.hpp"
#include "video/frame/nv12.hpp"

#include <algorithm>
#include <filesystem>
#include <string_view>
#include <utility>

extern "C" {
#include <libavutil/opt.h>
}

namespace mediaedit::internal {
namespace {

/// Without a bitrate limit no block is quantized more coarsely: even white noise has a PSNR of 40
/// dB (docs/apps/trimming.md).
constexpr int coarsest_quantizer = 22;
constexpr int most_at_once = 16;
/// Key frames are requested one by one, long before a group gets that long. Some hardware only
/// counts to 65535.
constexpr int longest_group = 30'000, longest_group_x264 = 1 << 20;

void set(AVCodecContext& codec, const char* name, const std::string& value) {
    av_opt_set(codec.priv_data, name, value.c_str(), 0);
}

/// Share of the highest bitrate that an encoder without a quality mode aims at.
double share_of_most_bits(Quality quality) {
    switch (quality) {
        case Quality::small: return 0.25;
        case Quality::good: return 0.4;
        case Quality::best: return 0.67;
    }
    return 0.67;
}

struct Rates {
    std::int64_t aim = 0, most = 0;
};

/// For encoders that need a bitrate. Most sources use codecs that need fewer bits than these
/// encoders.
Rates rates_for(const EncoderOptions& options) {
    if (options.bits_a_second) return {*options.bits_a_second, *options.bits_a_second * 3 / 2};
    const auto aim_below = [&](std::int64_t most) {
        return static_cast<std::int64_t>(static_cast<double>(most) *
                                         share_of_most_bits(options.quality));
    };
    if (options.most_bits_a_second)
        return {aim_below(*options.most_bits_a_second), *options.most_bits_a_second};
    const auto most = std::max(usual_bits(options.size, av_q2d(options.frame_rate)),
                               2 * options.source_bits_a_second);
    return {aim_below(most), 2 * most};
}

/// For edits without a placement's bitrate limit: frames stay above 40 dB, too.
constexpr int rate_factor_without_loss = 16;

bool is_visually_lossless(const EncoderOptions& options) {
    return options.quality == Quality::best && !options.bits_a_second &&
           !options.most_bits_a_second;
}

void set_x264_options(AVCodecContext& codec, const EncoderOptions& options) {
    codec.gop_size = longest_group_x264;
    set(codec, "preset", "veryfast");
    set(codec, "profile", "high");
    set(codec, "forced-idr", "1");
    const int factor =
        is_visually_lossless(options) ? rate_factor_without_loss : rate_factor(options.quality);
    if (!options.bits_a_second) set(codec, "crf", std::to_string(factor));
    if (!options.bits_a_second && !options.most_bits_a_second)
        codec.rc_max_rate = codec.rc_buffer_size = 0;
    if (is_visually_lossless(options)) codec.qmax = coarsest_quantizer;
    // The lookahead holds ten frames in four sizes: half a gigabyte at 4K.
    const char* ahead = is_huge(options.size)     ? ":rc-lookahead=0:sync-lookahead=0:mbtree=0"
                        : options.short_lookahead ? ":rc-lookahead=5:sync-lookahead=0"
                                                  : "";
    set(codec, "x264-params", std::string("scenecut=0:open-gop=0") + ahead);
}

void set_other_options(AVCodecContext& codec, const EncoderOptions& options,
                       std::string_view name) {
    if (name == "h264_nvenc") {
        set(codec, "profile", "high");
        set(codec, "forced-idr", "1");
        set(codec, "no-scenecut", "1");
        set(codec, "rc", "vbr");
        if (!options.bits_a_second) set(codec, "cq", std::to_string(rate_factor(options.quality)));
    } else if (name == "h264_qsv") {
        codec.pix_fmt = AV_PIX_FMT_NV12;
        set(codec, "profile", "high");
        set(codec, "forced_idr", "1");
    } else if (name == "h264_mf") {
        codec.pix_fmt = AV_PIX_FMT_NV12;
        set(codec, "hw_encoding", "1");
        set(codec, "rate_control", "pc_vbr");
    } else if (name == "h264_videotoolbox") {
        set(codec, "profile", "high");
    } else if (name == "libopenh264") {
        set(codec, "profile", "high");
        set(codec, "rc_mode", "bitrate");
    }
}

class MemoryEncoder final : public PictureEncoder {
public:
    explicit MemoryEncoder(Codec opened) : codec_(std::move(opened)) {}

    [[nodiscard]] const AVCodecContext& codec() const override { return *codec_; }
    int put(const AVFrame* frame) override {
        if (frame && codec_->pix_fmt == AV_PIX_FMT_NV12)
            return avcodec_send_frame(codec_.get(), to_nv12(*frame).get());
        return avcodec_send_frame(codec_.get(), frame);
    }
    int take(AVPacket& packet) override { return avcodec_receive_packet(codec_.get(), &packet); }

private:
    Codec codec_;
};

EncoderCandidate from_memory(const char* name, EncoderCandidate::Kind kind,
                             std::function<bool()> is_there) {
    const auto is_known = [name, is_there = std::move(is_there)] {
        return avcodec_find_encoder_by_name(name) && is_there();
    };
    return {name, kind, is_known,
            [name](const EncoderOptions& options) { return open_h264_encoder(name, options); }};
}

/// On Linux the driver tells whether it is running; elsewhere only a trial does.
bool may_have_nvidia() {
#ifdef __linux__
    std::error_code ignored;
    return std::filesystem::exists("/dev/nvidiactl", ignored);
#else
    return true;
#endif
}

/// On Linux it uses the same driver as VAAPI, and prints the driver's messages.
bool may_have_quick_sync() {
#ifdef __linux__
    return false;
#else
    return true;
#endif
}

}  // namespace

int rate_factor(Quality quality) {
    switch (quality) {
        case Quality::small: return 26;
        case Quality::good: return 22;
        case Quality::best: return 18;  // visually lossless
    }
    return 18;
}

Codec h264_context(const AVCodec& encoder, const EncoderOptions& options) {
    auto context = quiet_codec_context(&encoder);
    auto& codec = *context;
    codec.width = options.size.width;
    codec.height = options.size.height;
    codec.pix_fmt = AV_PIX_FMT_YUV420P;
    codec.sample_aspect_ratio = {1, 1};
    codec.color_range = options.colours.range;
    codec.color_primaries = options.colours.primaries;
    codec.color_trc = options.colours.transfer;
    codec.colorspace = options.colours.matrix;
    codec.chroma_sample_location = AVCHROMA_LOC_LEFT;
    codec.time_base = options.time_base;
    codec.framerate = options.frame_rate;
    const int threads = startable_threads(options.threads);
    codec.thread_count =
        threads > 1 ? std::max(threads, std::min(options.at_once, most_at_once)) : 1;
    codec.max_b_frames = 0;
    codec.gop_size = longest_group;
    codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER | AV_CODEC_FLAG_CLOSED_GOP;
    const auto rates = rates_for(options);
    codec.rc_max_rate = rates.most;
    codec.rc_buffer_size = static_cast<int>(std::min<std::int64_t>(2 * rates.most, INT32_MAX));
    codec.bit_rate = rates.aim;
    return context;
}

std::unique_ptr<PictureEncoder> open_h264_encoder(const std::string& name,
                                                  const EncoderOptions& options) {
    const AVCodec* encoder = avcodec_find_encoder_by_name(name.c_str());
    if (!encoder) return {};
    auto codec = h264_context(*encoder, options);
    if (name == "libx264") set_x264_options(*codec, options);
    else set_other_options(*codec, options, name);
    if (avcodec_open2(codec.get(), encoder, nullptr) < 0) return {};
    return std::make_unique<MemoryEncoder>(std::move(codec));
}

std::vector<EncoderCandidate> h264_encoders() {
    using Kind = EncoderCandidate::Kind;
    const auto always = [] { return true; };
    return {
        {"h264_vaapi", Kind::hardware, &may_have_vaapi, &open_vaapi_encoder},
        from_memory("h264_nvenc", Kind::hardware, &may_have_nvidia),
        from_memory("h264_qsv", Kind::hardware, &may_have_quick_sync),
        from_memory("h264_mf", Kind::hardware, always),            // Windows only
        from_memory("h264_videotoolbox", Kind::hardware, always),  // macOS only
        from_memory("libx264", Kind::known, always),
        from_memory("libopenh264", Kind::software, always),
    };
}

}  // namespace mediaedit::internal
