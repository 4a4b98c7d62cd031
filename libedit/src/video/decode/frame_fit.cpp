// Fits frames of another size or shape into those of the video.
#include "video/decode/frame_fit.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

namespace mediaedit::internal {
namespace {

/// A smaller difference in width is not visible.
constexpr double visible = 0.01;

double ratio_of(AVRational shape) { return shape.num > 0 && shape.den > 0 ? av_q2d(shape) : 1; }

/// The scaler logs warnings about pixel formats whose name includes the range; their planes are the
/// same.
AVPixelFormat without_range(AVPixelFormat format) {
    switch (format) {
        case AV_PIX_FMT_YUVJ420P: return AV_PIX_FMT_YUV420P;
        case AV_PIX_FMT_YUVJ422P: return AV_PIX_FMT_YUV422P;
        case AV_PIX_FMT_YUVJ444P: return AV_PIX_FMT_YUV444P;
        case AV_PIX_FMT_YUVJ440P: return AV_PIX_FMT_YUV440P;
        case AV_PIX_FMT_YUVJ411P: return AV_PIX_FMT_YUV411P;
        default: return format;
    }
}

Frame new_picture(const AVFrame& like, PixelSize size) {
    auto made = new_frame();
    made->width = size.width;
    made->height = size.height;
    made->format = like.format;
    if (av_frame_get_buffer(made.get(), 0) < 0 || av_frame_copy_props(made.get(), &like) < 0)
        fail_for_video_memory();
    return made;
}

int even(int number) { return number & ~1; }

}  // namespace

FrameFit::FrameFit(PixelSize stored, AVRational pixel_shape)
    : stored_(stored), pixel_shape_(ratio_of(pixel_shape)) {}

bool FrameFit::has_shape_of_film(const AVFrame& frame) const {
    if (frame.width == stored_.width && frame.height == stored_.height) return true;
    const double seen = frame.width * ratio_of(frame.sample_aspect_ratio) / frame.height;
    const double film = stored_.width * pixel_shape_ / stored_.height;
    // One line or column more or less is rounding.
    const double rounding = std::max({visible, 1.0 / frame.height, 1.0 / frame.width});
    return std::abs(seen / film - 1) <= rounding;
}

PixelSize FrameFit::fitted_size(const AVFrame& frame) const {
    const double across =
        frame.width * ratio_of(frame.sample_aspect_ratio) / pixel_shape_;  // in the video's pixels
    const double scale =
        std::min(stored_.width / across, stored_.height / static_cast<double>(frame.height));
    const auto side = [](double length, int most) {
        return std::clamp(even(static_cast<int>(std::lround(length))), std::min(2, most), most);
    };
    return {side(across * scale, stored_.width), side(frame.height * scale, stored_.height)};
}

void FrameFit::fit(AVFrame& frame) {
    if (has_shape_of_film(frame)) return;
    const auto format = static_cast<AVPixelFormat>(frame.format);
    const auto* pixels = av_pix_fmt_desc_get(format);
    constexpr auto not_whole_bytes =
        AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_BITSTREAM | AV_PIX_FMT_FLAG_PAL;
    if (!pixels || (pixels->flags & not_whole_bytes) != 0) return;
    const auto size = fitted_size(frame);
    const auto planes = without_range(format);
    scaler_.reset(sws_getCachedContext(scaler_.release(), frame.width, frame.height, planes,
                                       size.width, size.height, planes,
                                       SWS_BICUBIC | SWS_ACCURATE_RND, nullptr, nullptr, nullptr));
    if (!scaler_) return;
    // In a buffer of its own, since the scaler writes whole vectors, beyond the end of rows.
    const auto small = new_picture(frame, size);
    auto made = new_picture(frame, stored_);
    const bool is_full_range =
        frame.color_range == AVCOL_RANGE_JPEG || std::string_view(pixels->name).starts_with("yuvj");
    std::ptrdiff_t row_bytes[4]{};
    for (int plane = 0; plane < 4; ++plane) row_bytes[plane] = made->linesize[plane];
    av_image_fill_black(made->data, row_bytes, format,
                        is_full_range ? AVCOL_RANGE_JPEG : AVCOL_RANGE_MPEG, stored_.width,
                        stored_.height);
    if (sws_scale(scaler_.get(), frame.data, frame.linesize, 0, frame.height, small->data,
                  small->linesize) < 0)
        return;
    // Chroma planes have at least a quarter of the size, so multiples of four are aligned in all of
    // them.
    const int x = (stored_.width - size.width) / 2 & ~3,
              y = (stored_.height - size.height) / 2 & ~3;
    std::uint8_t* to[4]{};
    for (int i = 0; i < pixels->nb_components; ++i) {
        const auto& part = pixels->comp[i];
        if (to[part.plane]) continue;
        const bool is_colour = part.plane == 1 || part.plane == 2;
        to[part.plane] =
            made->data[part.plane] +
            static_cast<std::ptrdiff_t>(is_colour ? y >> pixels->log2_chroma_h : y) *
                made->linesize[part.plane] +
            static_cast<std::ptrdiff_t>(is_colour ? x >> pixels->log2_chroma_w : x) * part.step;
    }
    const std::uint8_t* from[4] = {small->data[0], small->data[1], small->data[2], small->data[3]};
    av_image_copy(to, made->linesize, from, small->linesize, format, size.width, size.height);
    made->sample_aspect_ratio = av_d2q(pixel_shape_, 100'000);
    av_frame_unref(&frame);
    av_frame_move_ref(&frame, made.get());
}

}  // namespace mediaedit::internal
