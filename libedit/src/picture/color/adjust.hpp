// Adjusts light and colour.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Works in place. Each curve is monotonic and keeps black and white (except negative contrast), so
/// that nothing is clipped. Ignores `automatic`. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA.
MEDIAEDIT_INTERNAL void adjust(cv::Mat& picture, const Adjust& adjustment);

/// Measures the mild correction for this picture: zero if it is well exposed, else small and
/// bounded. `automatic` is not set.
MEDIAEDIT_INTERNAL Adjust measure_automatic(const cv::Mat& picture);

}  // namespace mediaedit::internal
