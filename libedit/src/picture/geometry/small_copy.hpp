// Small copies of pictures, for detection.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Scales the longer side down to `side_px`; never enlarges. Shapes: 8 bits, any channels. The
/// result may share the pixels of `picture`.
cv::Mat small_copy(const cv::Mat& picture, double side_px);

/// Shapes: CV_8UC3 or CV_8UC4 to CV_8U.
cv::Mat to_grey(const cv::Mat& picture);

}  // namespace mediaedit::internal
