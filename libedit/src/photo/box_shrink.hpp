// Shrinks by averaging squares of pixels: the fast first step if far fewer pixels are needed.
#pragma once

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Averages each square of `side` pixels, weighted by alpha. Squares at the right and lower edge
/// may be incomplete. Shapes: CV_8UC3 or CV_8UC4, `side` at most 4096; the sides of the result are
/// divided by `side`, rounded up.
cv::Mat box_shrink(const cv::Mat& pixels, int side);

}  // namespace mediaedit::internal
