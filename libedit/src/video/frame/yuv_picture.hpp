// The three planes of a YUV picture.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/geometry.hpp>

#include <opencv2/core.hpp>

namespace mediaedit::internal {

/// Shapes: luma of any even size, chroma of half its size. CV_8U, or CV_16U with 10 bits in use. A
/// view: copying it copies no pixels.
struct YuvPicture {
    cv::Mat y;
    cv::Mat u;
    cv::Mat v;

    [[nodiscard]] PixelSize size() const { return {y.cols, y.rows}; }
    /// Shapes: all coordinates of `box` even.
    [[nodiscard]] YuvPicture part(const PixelRect& box) const;
};

/// A picture of that size with padding after each row, since swscale writes whole vectors. `type`
/// is CV_8U or CV_16U.
YuvPicture make_yuv(PixelSize size, int type);

/// The planes of an AV_PIX_FMT_YUV420P frame.
YuvPicture planes_of(const AVFrame& frame);

/// An empty AV_PIX_FMT_YUV420P frame of an even size, tagged as BT.709, limited range, square
/// pixels. Errors: too_large (no memory).
Frame new_bt709_frame(PixelSize size);

/// Converts BT.709 limited to RGB. Shapes: CV_8U planes to CV_8UC3. Errors: too_large (no memory).
cv::Mat to_rgb(const YuvPicture& picture);

}  // namespace mediaedit::internal
