// Changing a picture's size.
#pragma once

#include <mediaedit/export.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// `crop` of `source` at another size: averaged when it shrinks, bicubic when it grows.
/// Shapes: CV_8UC3 or CV_8UC4 (straight alpha; see-through pixels do not bleed into their
/// neighbours).
cv::Mat resample(const cv::Mat& source, const cv::Rect& crop, cv::Size size);

/// A soft, slightly darkened copy that fills `size`, to stand behind the picture itself.
/// Shapes: CV_8UC3.
MEDIAEDIT_INTERNAL cv::Mat blurred_backdrop(const cv::Mat& source, cv::Size size);

}  // namespace mediaedit::internal
