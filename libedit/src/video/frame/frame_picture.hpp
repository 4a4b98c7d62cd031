// Converts frames to RGB pictures, and to a file's orientation.
#pragma once

#include "picture/geometry/orientation.hpp"
#include "video/handles.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Shapes: 8 bit BT.709 4:2:0 of limited range, as from FrameRenderer, to CV_8UC3 RGB. Errors:
/// too_large (no memory).
cv::Mat to_rgb(const AVFrame& frame);

/// Turns an upright 8 bit 4:2:0 frame to how a file with that orientation stores it. Errors:
/// too_large (no memory).
Frame as_stored(const AVFrame& upright, Orientation orientation);

}  // namespace mediaedit::internal
