// Making a part of a video's picture unrecognisable, for good.
#pragma once

#include "video/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// As the photo's hide(). `area` may reach beyond the picture: its blocks are those of the whole, so no more is left of a part that is seen.
/// Shapes: CV_8U, BT.709 limited.
void hide(const YuvPicture& picture, const PixelRect& area, HideWith with);

}  // namespace mediaedit::internal
