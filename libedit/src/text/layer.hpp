// A drawn text, logo or code, to be blended over a picture.
#pragma once

#include <mediaedit/geometry.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Shapes: `rgba` is CV_8UC4, red green blue alpha, PREMULTIPLIED. Its top left corner is at (x, y)
/// of the result, and may be outside it.
struct Layer {
    cv::Mat rgba;
    int x = 0;
    int y = 0;
};

}  // namespace mediaedit::internal
