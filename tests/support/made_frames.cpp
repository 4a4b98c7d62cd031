// Frames made for tests, as a decoder returns them.
#include "support/made_frames.hpp"

extern "C" {
#include <libavutil/pixdesc.h>
}

#include <array>
#include <cstdint>
#include <stdexcept>

namespace mediaedit::test {
namespace {

internal::Frame empty_frame(int width, int height, AVPixelFormat format) {
    auto frame = internal::new_frame();
    frame->format = format;
    frame->width = width;
    frame->height = height;
    if (av_frame_get_buffer(frame.get(), 0) < 0) throw std::runtime_error("no frame");
    return frame;
}

}  // namespace

internal::Frame frame_of(const cv::Mat& rgb, const FrameOptions& options) {
    auto frame = empty_frame(rgb.cols, rgb.rows, options.format);
    if (options.tagged) {
        frame->colorspace = options.matrix;
        frame->color_range = options.range;
    }
    const internal::Scaler scaler(sws_getContext(
        rgb.cols, rgb.rows, AV_PIX_FMT_RGB24, rgb.cols, rgb.rows, options.format,
        SWS_BICUBIC | SWS_ACCURATE_RND | SWS_FULL_CHR_H_INP, nullptr, nullptr, nullptr));
    const int* matrix =
        sws_getCoefficients(options.matrix == AVCOL_SPC_BT709 ? SWS_CS_ITU709 : SWS_CS_ITU601);
    sws_setColorspaceDetails(scaler.get(), matrix, 1, matrix, options.range == AVCOL_RANGE_JPEG, 0,
                             1 << 16, 1 << 16);
    const std::array<const std::uint8_t*, 1> from{rgb.data};
    const std::array<int, 1> step{static_cast<int>(rgb.step)};
    if (sws_scale(scaler.get(), from.data(), step.data(), 0, rgb.rows, frame->data,
                  frame->linesize) < 0)
        throw std::runtime_error("no conversion");
    return frame;
}

internal::Frame plain_frame(int width, int height, AVPixelFormat format, int y, int u, int v) {
    auto frame = empty_frame(width, height, format);
    const auto* shape = av_pix_fmt_desc_get(format);
    const std::array<int, 3> codes{y, u, v};
    for (int i = 0; i < 3; ++i) {
        const int columns = i > 0 ? AV_CEIL_RSHIFT(width, shape->log2_chroma_w) : width,
                  rows = i > 0 ? AV_CEIL_RSHIFT(height, shape->log2_chroma_h) : height;
        cv::Mat(rows, columns, shape->comp[0].depth > 8 ? CV_16U : CV_8U, frame->data[i],
                static_cast<std::size_t>(frame->linesize[i]))
            .setTo(cv::Scalar(codes[static_cast<std::size_t>(i)]));
    }
    return frame;
}

}  // namespace mediaedit::test
