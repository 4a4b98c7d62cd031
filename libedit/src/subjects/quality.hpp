// Measures whether a picture is blurred or too dark.
#pragma once

#include <opencv2/core/mat.hpp>

#include <optional>

namespace mediaedit::internal {

/// The longer side at which pictures are measured: about the size that platforms show, so that one
/// threshold works for all sizes.
constexpr int measured_side_px = 1024;

/// The brightness of a copy of that size; smaller pictures keep their size. Transparent parts count
/// as white.
/// Shapes: `pixels` CV_8UC3 or CV_8UC4, RGB order; the result CV_8UC1.
cv::Mat brightness_for_measuring(const cv::Mat& pixels);

/// The softness of the sharpest parts: the share of their edges that survives one more blur. Only
/// the sharpest parts count, because a portrait with a soft background is not blurred. The worse
/// direction counts, because camera shake keeps edges along its direction sharp. Absent for tiny or
/// flat pictures. Units: 0 (perfectly sharp) to 1 (out of focus).
std::optional<double> softness(const cv::Mat& brightness);

/// Whether even its sharpest parts are out of focus or shaken.
bool is_blurred(const cv::Mat& brightness);

/// Whether the picture was taken with too little light, without any bright part.
bool is_too_dark(const cv::Mat& brightness);

}  // namespace mediaedit::internal
