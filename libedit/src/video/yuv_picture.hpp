// Three planes of a picture, as the videos' pictures lie in memory.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

#include <opencv2/core.hpp>

namespace mediaedit::internal {

/// Shapes: brightness of any even size, the two colours of half its size. CV_8U, or CV_16U with 10 bits in use. Views: copying copies no pixels.
struct YuvPicture {
    cv::Mat y;
    cv::Mat u;
    cv::Mat v;

    [[nodiscard]] PixelSize size() const { return {y.cols, y.rows}; }
    /// Shapes: every number of `box` even.
    [[nodiscard]] YuvPicture part(const PixelRect& box) const;
};

/// A picture of that size with room behind each row, since swscale writes whole vectors. `type` is CV_8U or CV_16U.
YuvPicture make_yuv(PixelSize size, int type);

/// The planes of an AV_PIX_FMT_YUV420P frame.
YuvPicture planes_of(const AVFrame& frame);

/// An empty AV_PIX_FMT_YUV420P frame of an even size, tagged as BT.709, limited range, square pixels.
/// Errors: too_large (no memory).
Frame new_bt709_frame(PixelSize size);

/// What is seen: RGB of BT.709 limited. Shapes: CV_8U planes to CV_8UC3.
/// Errors: too_large (no memory).
cv::Mat to_rgb(const YuvPicture& picture);

/// BT.709 limited of straight RGB. Units: 0 to 255 in, 8 bit codes out, not rounded.
struct YuvColour {
    double y = 16;
    double u = 128;
    double v = 128;
};
constexpr YuvColour to_bt709(double red, double green, double blue) noexcept {
    const double light = 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    return {16 + light * 219 / 255, 128 + (blue - light) / 1.8556 * 224 / 255, 128 + (red - light) / 1.5748 * 224 / 255};
}

}  // namespace mediaedit::internal
