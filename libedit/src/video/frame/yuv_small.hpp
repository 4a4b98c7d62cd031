// Makes small RGB copies of planes, and converts them back, so that code for photos can work on
// them.
#pragma once

#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

namespace mediaedit::internal {

/// Averages each pixel's area. Shapes: CV_8U planes to CV_8UC3 of `size`, not larger than
/// `picture`.
cv::Mat small_rgb(const YuvPicture& picture, cv::Size size, const YuvCodes& codes = YuvCodes());

/// Fills `onto` with `rgb`, enlarged with `interpolation` (of cv::resize). Shapes: CV_8UC3 to CV_8U
/// planes.
void spread(const cv::Mat& rgb, const YuvPicture& onto, int interpolation,
            const YuvCodes& codes = YuvCodes());

}  // namespace mediaedit::internal
