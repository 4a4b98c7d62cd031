// Encodes frames that fit between copied ones.
#include "video/encode/seam_encoder.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/av_shortage.hpp"
#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <string>

extern "C" {
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

namespace mediaedit::internal {
namespace {

/// There are few such frames, so speed matters more than bits: no CABAC, deblocking or searches,
/// but finer quantization.
constexpr const char* preset = "ultrafast";
/// Its steps are 3.5 of 255 wide: even white noise has a PSNR of 45.9 dB (docs/apps/trimming.md).
constexpr int quantizer_of_8_bits = 15, quantizer_a_bit = 6;

/// Only coding tools of the copied frames' profile may be used: some decoders look at the first
/// parameter set only.
const char* profile_like(int profile) {
    switch (profile & ~h264_flags) {
        case h264_baseline: return "baseline";
        case h264_main: return "main";
        default: return nullptr;  // chosen by the pixel format
    }
}

int depth_of(AVPixelFormat format) {
    const auto* pixels = av_pix_fmt_desc_get(format);
    return pixels ? pixels->comp[0].depth : 8;
}

[[noreturn]] void refuse(const std::string& detail) {
    fail(ErrorCode::unsupported, tr("No encoder on this computer makes such pictures."), {},
         detail);
}

/// x264 does not say why it failed. It gets supported sizes and pixel formats, so it must lack
/// memory or threads.
[[noreturn]] void refuse(int code) {
    fail_if_av_short(code);
    if (code == AVERROR_EXTERNAL) fail_for_lack("libx264 does not start");
    refuse(av_text(code));
}

}  // namespace

SeamEncoder::SeamEncoder(const AVCodecParameters& like, AVRational time_base, AVRational frame_rate,
                         unsigned set_id, int threads) {
    const AVCodec* encoder = avcodec_find_encoder_by_name(name);
    if (!encoder) refuse("libx264 is missing");
    codec_ = quiet_codec_context(encoder);
    auto& codec = *codec_;
    codec.width = like.width;
    codec.height = like.height;
    codec.pix_fmt = static_cast<AVPixelFormat>(like.format);
    codec.sample_aspect_ratio = like.sample_aspect_ratio;
    codec.color_range = like.color_range;
    codec.color_primaries = like.color_primaries;
    codec.color_trc = like.color_trc;
    codec.colorspace = like.color_space;
    codec.chroma_sample_location = like.chroma_location;
    codec.time_base = time_base;
    codec.framerate = frame_rate;
    codec.thread_count = startable_threads(threads);
    codec.max_b_frames = 0;
    codec.gop_size = 1 << 20;
    codec.flags |= AV_CODEC_FLAG_GLOBAL_HEADER;
    av_opt_set(codec.priv_data, "preset", preset, 0);
    av_opt_set_int(codec.priv_data, "qp",
                   quantizer_of_8_bits + quantizer_a_bit * (depth_of(codec.pix_fmt) - 8), 0);
    if (const char* profile = profile_like(like.profile))
        av_opt_set(codec.priv_data, "profile", profile, 0);
    const auto own = "sps-id=" + std::to_string(set_id) +
                     ":stitchable=1:ipratio=1.0:psy=0:aq-mode=0:dct-decimate=0:fast-pskip=0:"
                     "scenecut=0:bframes=0:rc-lookahead=0:sync-lookahead=0:mbtree=0:aud=0";
    av_opt_set(codec.priv_data, "x264-params", own.c_str(), 0);
    if (const int code = avcodec_open2(&codec, encoder, nullptr); code < 0) refuse(code);
    record_ = record_of_annex_b({codec.extradata, static_cast<std::size_t>(codec.extradata_size)});
    if (record_.sps.empty() || record_.pps.empty()) refuse("no parameter sets");
}

void SeamEncoder::put(const AVFrame* frame) {
    if (frame && (frame->width != codec_->width || frame->height != codec_->height ||
                  frame->format != codec_->pix_fmt))
        refuse("the pictures change their kind");
    auto own = frame ? share(*frame) : Frame();
    if (own)
        own->pict_type =
            AV_PICTURE_TYPE_NONE;  // otherwise the source's key frames would be repeated
    if (const int code = avcodec_send_frame(codec_.get(), own.get()); code < 0) refuse(code);
}

bool SeamEncoder::take(AVPacket& packet) {
    const auto encoded = new_packet();
    const int code = avcodec_receive_packet(codec_.get(), encoded.get());
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return false;
    if (code < 0) refuse(code);
    Bytes bytes;
    for (const auto unit :
         annex_b_units({encoded->data, static_cast<std::size_t>(encoded->size)})) {
        const auto kind = kind_of(unit);
        if (kind == UnitKind::sps || kind == UnitKind::pps || kind == UnitKind::sei ||
            kind == UnitKind::delimiter)
            continue;
        for (int shift = 24; shift >= 0; shift -= 8)
            bytes.push_back(static_cast<std::uint8_t>(unit.size() >> shift));
        bytes.insert(bytes.end(), unit.begin(), unit.end());
    }
    av_packet_unref(&packet);
    if (const int failed = av_new_packet(&packet, static_cast<int>(bytes.size())); failed < 0)
        refuse(failed);
    std::copy(bytes.begin(), bytes.end(), packet.data);
    packet.pts = encoded->pts;
    packet.flags = encoded->flags & AV_PKT_FLAG_KEY;
    return true;
}

}  // namespace mediaedit::internal
