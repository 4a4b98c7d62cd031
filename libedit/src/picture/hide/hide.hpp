// Makes a part of a picture unrecognisable, irreversibly.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Hides `area`, clipped to `picture` (CV_8UC3 or CV_8UC4), and makes it opaque. At most 6 x 6
/// averaged and quantised colours of the content remain; fewer for elongated areas, so that a
/// number plate is unreadable too. `solid` keeps nothing: use it for texts and numbers that must
/// not even be guessed.
MEDIAEDIT_INTERNAL void hide(cv::Mat& picture, const PixelRect& area, HideWith with);

}  // namespace mediaedit::internal
