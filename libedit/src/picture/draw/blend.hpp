// Laying a layer over a picture.
#pragma once

#include "text/layer.hpp"

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Over `picture` (CV_8UC3 RGB or CV_8UC4 RGBA straight), touching only the pixels beneath the
/// layer. Units: `opacity` 0 to 1.
void blend(cv::Mat& picture, const Layer& layer, double opacity = 1.0);

/// Lays a picture with alpha on a colour: gives CV_8UC3. A picture without alpha is returned as it
/// is.
cv::Mat flatten(const cv::Mat& picture, cv::Vec3b background);

}  // namespace mediaedit::internal
