// Alpha blending.
#pragma once

#include "text/layer.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Draws `layer` over `picture` (CV_8UC3 RGB or CV_8UC4 RGBA straight). Units: `opacity` 0 to 1.
void blend(cv::Mat& picture, const Layer& layer, double opacity = 1.0);

/// Draws a picture with alpha on a background colour. Shapes: CV_8UC3 out. A picture without alpha
/// is returned unchanged.
cv::Mat flatten(const cv::Mat& picture, cv::Vec3b background);

}  // namespace mediaedit::internal
