// Makes a part of a frame unrecognisable, irreversibly.
#pragma once

#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// As the photo's hide(). `area` may reach beyond the picture: blocks are sized for the whole area,
/// so a visible part shows no more detail. Shapes: CV_8U. `codes`: the picture's matrix and range.
void hide(const YuvPicture& picture, const PixelRect& area, HideWith with,
          const YuvCodes& codes = YuvCodes());

}  // namespace mediaedit::internal
