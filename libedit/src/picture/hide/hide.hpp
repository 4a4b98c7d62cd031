// Making a part of a picture unrecognisable, for good.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Hides `area` of `picture` (CV_8UC3 or CV_8UC4), clipped to it, and makes it opaque. Of what was
/// there at most 6 x 6 averaged, coarsened colours remain, the fewer the longer the area is beside
/// its height: letters on a number plate are gone too. `solid` leaves nothing at all, which is the
/// choice for words and numbers where a guess would do harm.
MEDIAEDIT_INTERNAL void hide(cv::Mat& picture, const PixelRect& area, HideWith with);

}  // namespace mediaedit::internal
