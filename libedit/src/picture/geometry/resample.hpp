// Resizes pictures.
#pragma once

#include <mediaedit/export.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Resizes `crop` of `source`: area averaging to shrink, bicubic to enlarge. Shapes: CV_8UC3, or
/// CV_8UC4 with straight alpha, where transparent pixels do not bleed into their neighbours.
cv::Mat resample(const cv::Mat& source, const cv::Rect& crop, cv::Size size);

/// A blurred, slightly darkened copy that fills `size`, for use behind the picture.
/// Shapes: CV_8UC3.
MEDIAEDIT_INTERNAL cv::Mat blurred_backdrop(const cv::Mat& source, cv::Size size);

}  // namespace mediaedit::internal
