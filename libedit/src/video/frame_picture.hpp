// A decoded frame as a picture in memory.
#pragma once

#include "video/handles.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Shapes: 8 bit BT.709 4:2:0 of limited range, as FrameRenderer gives it, to CV_8UC3 RGB. Errors: too_large (no memory).
cv::Mat to_rgb(const AVFrame& frame);

}  // namespace mediaedit::internal
