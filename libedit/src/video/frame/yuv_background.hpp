// What stands behind a picture that does not fill its result.
#pragma once

#include "video/frame/yuv_picture.hpp"

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// Fills all of `result` but `placed` with a colour.
void fill_behind(const YuvPicture& result, const PixelRect& placed, const Color& colour);

/// Fills all of `result` but `placed` with the soft, darkened copy of `placed` that photos have
/// too.
void blur_behind(const YuvPicture& result, const PixelRect& placed);

}  // namespace mediaedit::internal
