// Making a part of a video's picture unrecognisable, for good.
#pragma once

#include "video/frame/yuv_codes.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// As the photo's hide(). `area` may reach beyond the picture: its blocks are those of the whole,
/// so no more is left of a part that is seen. Shapes: CV_8U. `codes`: how the picture's colours are
/// written down.
void hide(const YuvPicture& picture, const PixelRect& area, HideWith with,
          const YuvCodes& codes = YuvCodes());

}  // namespace mediaedit::internal
