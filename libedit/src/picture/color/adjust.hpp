// Light and colour.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// In place, on CV_8UC3 RGB or CV_8UC4 RGBA. Every curve rises evenly and keeps black and white
/// where they are (but for negative contrast), so that nothing is clipped. `automatic` is not
/// looked at.
MEDIAEDIT_INTERNAL void adjust(cv::Mat& picture, const Adjust& wish);

/// The gentle fix for this picture: all zero when it is well exposed, small and bounded else.
/// `automatic` is not set.
MEDIAEDIT_INTERNAL Adjust measure_automatic(const cv::Mat& picture);

}  // namespace mediaedit::internal
