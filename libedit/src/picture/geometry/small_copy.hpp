// Small copies to search in.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// `side_px` along the longer side, or less: a copy never grows. Shapes: 8 bit, any channels; the
/// result may share the pixels.
cv::Mat small_copy(const cv::Mat& picture, double side_px);

/// Shapes: CV_8UC3 or CV_8UC4 to CV_8U.
cv::Mat to_grey(const cv::Mat& picture);

}  // namespace mediaedit::internal
