// Crops and scales frames to planes with swscale.
#include "video/frame/plane_scaler.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/frame/frame_colour.hpp"
#include "video/frame/side_by_side.hpp"

#include <opencv2/imgproc.hpp>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/opt.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace mediaedit::internal {
namespace {

constexpr int target_bits_deep = 10;

[[noreturn]] void refuse(int code) {
    if (code == AVERROR(ENOMEM)) fail_for_video_memory(av_text(code));
    fail(ErrorCode::unsupported,
         tr("This video's pictures are of a kind that cannot be read here; convert it to MP4 "
            "(H.264) first."),
         {}, av_text(code));
}

/// The format of a single plane; none: its depth is not supported.
AVPixelFormat grey_of(int bits) {
    switch (bits) {
        case 8: return AV_PIX_FMT_GRAY8;
        case 9: return AV_PIX_FMT_GRAY9;
        case 10: return AV_PIX_FMT_GRAY10;
        case 12: return AV_PIX_FMT_GRAY12;
        case 14: return AV_PIX_FMT_GRAY14;
        case 16: return AV_PIX_FMT_GRAY16;
        default: return AV_PIX_FMT_NONE;
    }
}

/// Whether each plane can be read directly.
bool is_plain(const AVFrame& frame, const AVPixFmtDescriptor& shape) {
    constexpr std::uint64_t other = AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL |
                                    AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_HWACCEL |
                                    AV_PIX_FMT_FLAG_ALPHA | AV_PIX_FMT_FLAG_FLOAT;
    constexpr bool big = std::endian::native == std::endian::big;
    const int bits = shape.comp[0].depth;
    if ((shape.flags & other) != 0 || (shape.nb_components != 1 && shape.nb_components != 3) ||
        grey_of(bits) == AV_PIX_FMT_NONE)
        return false;
    if (bits > 8 && ((shape.flags & AV_PIX_FMT_FLAG_BE) != 0) != big) return false;
    for (int i = 0; i < shape.nb_components; ++i)
        if (shape.comp[i].plane != i || shape.comp[i].shift != 0 ||
            shape.comp[i].step != (bits > 8 ? 2 : 1) || shape.comp[i].depth != bits ||
            frame.linesize[i] <= 0)
            return false;
    return true;
}

/// The planar format that holds all of `shape`.
AVPixelFormat plain_format(const AVPixFmtDescriptor& shape) {
    const bool deep = shape.comp[0].depth > 8,
               is_rgb = (shape.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    if (!is_rgb && shape.log2_chroma_w == 1 && shape.log2_chroma_h == 1)
        return deep ? AV_PIX_FMT_YUV420P10 : AV_PIX_FMT_YUV420P;
    if (!is_rgb && shape.log2_chroma_w == 1 && shape.log2_chroma_h == 0)
        return deep ? AV_PIX_FMT_YUV422P10 : AV_PIX_FMT_YUV422P;
    return deep ? AV_PIX_FMT_YUV444P10 : AV_PIX_FMT_YUV444P;
}

struct Shape {
    cv::Size from;
    AVPixelFormat from_format = AV_PIX_FMT_NONE;
    cv::Size to;
    AVPixelFormat to_format = AV_PIX_FMT_NONE;
    bool operator==(const Shape&) const = default;
};

/// One plane's scaler.
struct PlaneStep {
    Shape shape;
    Scaler scaler;

    void prepare(const Shape& wanted) {
        if (scaler && shape == wanted) return;
        const bool shrinks =
            wanted.to.width <= wanted.from.width && wanted.to.height <= wanted.from.height;
        scaler.reset(sws_getContext(wanted.from.width, wanted.from.height, wanted.from_format,
                                    wanted.to.width, wanted.to.height, wanted.to_format,
                                    (shrinks ? SWS_AREA : SWS_BICUBIC) | SWS_ACCURATE_RND, nullptr,
                                    nullptr, nullptr));
        shape = wanted;
    }

    void run(const cv::Mat& from, int from_bits, const cv::Mat& to) {
        const int to_bits = to.depth() == CV_8U ? 8 : target_bits_deep;
        cv::Mat target = to;
        if (from.size() == to.size()) {
            from.convertTo(target, to.type(), std::ldexp(1.0, to_bits - from_bits));
            return;
        }
        prepare({from.size(), grey_of(from_bits), to.size(), grey_of(to_bits)});
        const std::array<const std::uint8_t*, 1> source{from.data};
        const std::array<int, 1> source_step{static_cast<int>(from.step)},
            step{static_cast<int>(to.step)};
        const std::array<std::uint8_t*, 1> into{target.data};
        if (scaler && sws_scale(scaler.get(), source.data(), source_step.data(), 0, from.rows,
                                into.data(), step.data()) >= 0)
            return;
        // swscale refuses some extreme factors.
        cv::Mat small;
        cv::resize(from, small, to.size(), 0, 0, cv::INTER_AREA);
        small.convertTo(target, to.type(), std::ldexp(1.0, to_bits - from_bits));
    }
};

/// The whole pixels between two fractions.
struct Span {
    int begin;
    int end;
};

Span span_of(double from, double to, int length) {
    const int begin = std::clamp(static_cast<int>(std::lround(from * length)), 0, length - 1);
    return {begin, std::clamp(static_cast<int>(std::lround(to * length)), begin + 1, length)};
}

/// The same span in a plane of fewer samples.
Span thinner(const Span& span, int shift, int length) {
    if (shift == 0) return span;
    const double step = 1 << shift;
    const int begin = std::min(static_cast<int>(span.begin / step + 0.5), length - 1);
    return {begin, std::clamp(static_cast<int>(span.end / step + 0.5), begin + 1, length)};
}

}  // namespace

struct PlaneScaler::State {
    std::array<PlaneStep, 3> steps;
    Scaler to_plain;
    PixelSize plain_size;
    int plain_from = AV_PIX_FMT_NONE;
    Frame plain;

    const AVFrame& as_plain(const AVFrame& frame, const AVPixFmtDescriptor& shape);
    void prepare_plain(const AVFrame& frame, AVPixelFormat format, bool is_rgb);
};

void PlaneScaler::State::prepare_plain(const AVFrame& frame, AVPixelFormat format, bool is_rgb) {
    if (to_plain && plain_size == PixelSize{frame.width, frame.height} &&
        plain_from == frame.format)
        return;
    to_plain.reset(sws_alloc_context());
    if (!to_plain) refuse(AVERROR(ENOMEM));
    auto* context = to_plain.get();
    for (const auto& [name, value] :
         {std::pair<const char*, int>{"srcw", frame.width},
          {"srch", frame.height},
          {"src_format", frame.format},
          {"dstw", frame.width},
          {"dsth", frame.height},
          {"dst_format", format},
          {"sws_flags", SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP}})
        if (const int code = av_opt_set_int(context, name, value, 0); code < 0) refuse(code);
    // Transparent pixels are put on black.
    av_opt_set(context, "alphablend", "uniform_color", 0);
    if (const int code = sws_init_context(context, nullptr, nullptr); code < 0) refuse(code);
    const int* matrix = sws_getCoefficients(SWS_CS_ITU709);
    const int full = is_rgb ? 0 : colour_of(frame).range == AVCOL_RANGE_JPEG;
    sws_setColorspaceDetails(context, matrix, is_rgb ? 1 : full, matrix, full, 0, 1 << 16, 1 << 16);
    plain = new_frame();
    plain->format = format;
    plain->width = frame.width;
    plain->height = frame.height;
    if (const int code = av_frame_get_buffer(plain.get(), 64); code < 0) refuse(code);
    plain_size = {frame.width, frame.height};
    plain_from = frame.format;
}

const AVFrame& PlaneScaler::State::as_plain(const AVFrame& frame, const AVPixFmtDescriptor& shape) {
    if (is_plain(frame, shape)) return frame;
    const bool is_rgb = (shape.flags & (AV_PIX_FMT_FLAG_RGB | AV_PIX_FMT_FLAG_PAL)) != 0;
    prepare_plain(frame, plain_format(shape), is_rgb);
    if (const int code = sws_scale(to_plain.get(), frame.data, frame.linesize, 0, frame.height,
                                   plain->data, plain->linesize);
        code < 0)
        refuse(code);
    return *plain;
}

PlaneScaler::PlaneScaler() : state_(std::make_unique<State>()) {}
PlaneScaler::~PlaneScaler() = default;

void PlaneScaler::scale(const AVFrame& frame, const Edges& crop, const YuvPicture& to,
                        int threads) {
    const auto* given = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(frame.format));
    if (!given || (given->flags & AV_PIX_FMT_FLAG_HWACCEL) != 0 || frame.width < 1 ||
        frame.height < 1)
        refuse(AVERROR_PATCHWELCOME);
    const AVFrame& plain = state_->as_plain(frame, *given);
    const auto& shape = *av_pix_fmt_desc_get(static_cast<AVPixelFormat>(plain.format));
    const int bits = shape.comp[0].depth;
    const Span columns = span_of(crop.left, crop.right, plain.width),
               rows = span_of(crop.top, crop.bottom, plain.height);
    const std::array<cv::Mat, 3> targets{to.y, to.u, to.v};
    // Both chroma planes together are no more work than luma.
    in_parts(2, threads, [&](int part) {
        for (int i = part == 0 ? 0 : 1; i < (part == 0 ? 1 : 3); ++i) {
            cv::Mat target = targets[static_cast<std::size_t>(i)];
            if (i >= shape.nb_components) {
                target.setTo(cv::Scalar(to.y.depth() == CV_8U ? 128 : 1 << (target_bits_deep - 1)));
                continue;
            }
            const int across = i > 0 ? shape.log2_chroma_w : 0,
                      down = i > 0 ? shape.log2_chroma_h : 0;
            const int width = AV_CEIL_RSHIFT(plain.width, across),
                      height = AV_CEIL_RSHIFT(plain.height, down);
            const Span x = thinner(columns, across, width), y = thinner(rows, down, height);
            const cv::Mat whole(height, width, bits > 8 ? CV_16U : CV_8U, plain.data[i],
                                static_cast<std::size_t>(plain.linesize[i]));
            state_->steps[static_cast<std::size_t>(i)].run(
                whole(cv::Range(y.begin, y.end), cv::Range(x.begin, x.end)), bits, target);
        }
    });
}

}  // namespace mediaedit::internal
