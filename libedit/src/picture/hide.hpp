// Making a part of a picture unrecognisable, for good.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Hides `area` of `picture` (CV_8UC3 or CV_8UC4), clipped to it. Of what was there at most 8 x 8 averaged, coarsened
/// colours remain (along the shorter side; none with `solid`), so that no sharpening brings it back.
void hide(cv::Mat& picture, const PixelRect& area, HideWith with);

}  // namespace mediaedit::internal
