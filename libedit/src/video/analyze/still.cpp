// Decodes rare photo formats with FFmpeg.
#include "video/analyze/still.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/handles.hpp"

#include <algorithm>
#include <array>
#include <string>

extern "C" {
#include <libavutil/pixdesc.h>
}

namespace mediaedit::internal {
namespace {

AVCodecID codec_of(AvStillFormat format) {
    switch (format) {
        case AvStillFormat::gif: return AV_CODEC_ID_GIF;
        case AvStillFormat::bmp: return AV_CODEC_ID_BMP;
    }
    return AV_CODEC_ID_NONE;
}

[[noreturn]] void refuse(int code) {
    const auto text = av_text(code);
    if (code == AVERROR(ENOMEM))
        fail(ErrorCode::too_large,
             tr("This picture is too large to be opened safely; make it smaller first."), {}, text);
    if (code == AVERROR_PATCHWELCOME || code == AVERROR_DECODER_NOT_FOUND)
        fail(
            ErrorCode::unsupported,
            tr("This picture is of a kind that cannot be read here; save it as JPEG or PNG first."),
            {}, text);
    fail(
        ErrorCode::damaged,
        tr("This picture is damaged and cannot be shown; try to copy it again from where it came."),
        {}, text);
}

Frame decode(AVCodecID id, std::span<const std::uint8_t> bytes, std::int64_t max_pixels,
             bool& damaged) {
    const AVCodec* codec = avcodec_find_decoder(id);
    if (!codec) refuse(AVERROR_DECODER_NOT_FOUND);
    const auto context = quiet_codec_context(codec);
    const auto packet = new_packet();
    auto frame = new_frame();
    context->max_pixels = max_pixels;
    context->thread_count = 1;
    if (const int code = avcodec_open2(context.get(), codec, nullptr); code < 0) refuse(code);
    // A copy with padding: FFmpeg reads beyond the end.
    if (const int code = av_new_packet(packet.get(), static_cast<int>(bytes.size())); code < 0)
        refuse(code);
    std::copy(bytes.begin(), bytes.end(), packet->data);
    if (const int code = avcodec_send_packet(context.get(), packet.get()); code < 0) refuse(code);
    avcodec_send_packet(context.get(), nullptr);
    if (const int code = avcodec_receive_frame(context.get(), frame.get()); code < 0)
        refuse(code == AVERROR_EOF ? AVERROR_INVALIDDATA : code);
    damaged = frame->decode_error_flags != 0 || (frame->flags & AV_FRAME_FLAG_CORRUPT) != 0;
    return frame;
}

/// Whether any pixel is not opaque.
bool uses_alpha(const AvStill& still) {
    const std::size_t step = still.bit_depth > 8 ? 8 : 4, alpha_bytes = step / 4;
    for (std::size_t at = step - alpha_bytes; at < still.samples.size(); at += step)
        for (std::size_t i = 0; i < alpha_bytes; ++i)
            if (still.samples[at + i] != 255) return true;
    return false;
}

void drop_alpha(AvStill& still) {
    const std::size_t step = still.bit_depth > 8 ? 8 : 4, kept = step / 4 * 3;
    auto to = still.samples.begin();
    for (std::size_t at = 0; at < still.samples.size(); at += step)
        to = std::copy_n(still.samples.begin() + static_cast<std::ptrdiff_t>(at), kept, to);
    still.samples.erase(to, still.samples.end());
    still.has_alpha = false;
}

}  // namespace

AvStill decode_still(AvStillFormat format, std::span<const std::uint8_t> bytes,
                     std::int64_t max_pixels) {
    AvStill still;
    const auto frame = decode(codec_of(format), bytes, max_pixels, still.damaged);
    const auto pixel_format = static_cast<AVPixelFormat>(frame->format);
    const auto* shape = av_pix_fmt_desc_get(pixel_format);
    if (!shape || frame->width <= 0 || frame->height <= 0) refuse(AVERROR_INVALIDDATA);
    still.size = {frame->width, frame->height};
    // Palettes have alpha; whether it is used is checked afterwards.
    still.has_alpha = (shape->flags & (AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_PAL)) != 0;
    still.bit_depth = shape->comp[0].depth > 8 ? 16 : 8;
    const bool wide = still.bit_depth == 16;
    const auto wanted = wide ? (still.has_alpha ? AV_PIX_FMT_RGBA64 : AV_PIX_FMT_RGB48)
                             : (still.has_alpha ? AV_PIX_FMT_RGBA : AV_PIX_FMT_RGB24);
    const Scaler scaler(sws_getContext(
        frame->width, frame->height, pixel_format, frame->width, frame->height, wanted,
        SWS_POINT | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INT, nullptr, nullptr, nullptr));
    if (!scaler) refuse(AVERROR_PATCHWELCOME);
    const std::size_t row =
        static_cast<std::size_t>(frame->width) * (still.has_alpha ? 4u : 3u) * (wide ? 2u : 1u);
    // Padding, since swscale writes whole vectors, beyond the last row.
    constexpr std::size_t slack = 64;
    still.samples.resize(row * static_cast<std::size_t>(frame->height) + slack);
    const std::array<std::uint8_t*, 4> to{still.samples.data()};
    const std::array<int, 4> steps{static_cast<int>(row)};
    if (const int code = sws_scale(scaler.get(), frame->data, frame->linesize, 0, frame->height,
                                   to.data(), steps.data());
        code < 0)
        refuse(code);
    still.samples.resize(row * static_cast<std::size_t>(frame->height));
    if (still.has_alpha && !uses_alpha(still)) drop_alpha(still);
    return still;
}

}  // namespace mediaedit::internal
