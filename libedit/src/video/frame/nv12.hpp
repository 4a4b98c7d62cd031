// Converts to NV12, the format of graphics cards: both chroma components interleaved in one plane.
#pragma once

#include "video/handles.hpp"

namespace mediaedit::internal {

/// Shapes: AV_PIX_FMT_YUV420P of an even size to AV_PIX_FMT_NV12; pts and other properties are
/// kept. Errors: too_large (no memory).
Frame to_nv12(const AVFrame& frame);

}  // namespace mediaedit::internal
