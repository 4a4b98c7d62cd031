// Pictures as graphics cards take them: both colours in one plane, by turns.
#pragma once

#include "video/handles.hpp"

namespace mediaedit::internal {

/// Shapes: AV_PIX_FMT_YUV420P of an even size to AV_PIX_FMT_NV12; pts and all else stay.
/// Errors: too_large (no memory).
Frame to_nv12(const AVFrame& frame);

}  // namespace mediaedit::internal
