// Fills the background of a picture that does not fill its result.
#pragma once

#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// Fills `result` except `placed` with a colour.
void fill_behind(const YuvPicture& result, const PixelRect& placed, const Color& colour);

/// Fills `result` except `placed` with a blurred, darkened copy of `placed`, as for photos.
void blur_behind(const YuvPicture& result, const PixelRect& placed);

}  // namespace mediaedit::internal
