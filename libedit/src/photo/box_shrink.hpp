// Whole squares of pixels become one: the cheap first step when far fewer pixels are wanted.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The mean of each square of `side` pixels; at the right and lower edge of what is left of one.
/// Colours count by their alpha. Shapes: CV_8UC3 or CV_8UC4, `side` at most 4096; each side of the
/// result is divided, rounded up.
cv::Mat box_shrink(const cv::Mat& pixels, int side);

}  // namespace mediaedit::internal
