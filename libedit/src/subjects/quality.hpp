// What a picture is worth to the eye: sharp or blurred, light or dark.
#pragma once

#include <opencv2/core/mat.hpp>

#include <optional>

namespace mediaedit::internal {

/// The longer side at which pictures are measured: about what platforms show, so that one threshold
/// serves all sizes.
constexpr int measured_side_px = 1024;

/// Brightness of a copy for measuring; pictures smaller than `measured_side_px` keep their size.
/// See-through parts count as white.
/// Shapes: `pixels` CV_8UC3 or CV_8UC4, RGB order; the result CV_8UC1.
cv::Mat brightness_for_measuring(const cv::Mat& pixels);

/// How soft the sharpest parts are: the share of their edges that outlives one more blur. 0
/// needle-sharp to 1 out of focus. The sharpest parts, for a portrait before a soft background is
/// no blurred photo; the worse of both directions, for a shaken photo is sharp along the shake.
/// Absent where there is too little to see: tiny or flat pictures.
std::optional<double> softness(const cv::Mat& brightness);

/// Whether even its sharpest parts are out of focus or shaken.
bool is_blurred(const cv::Mat& brightness);

/// Whether it was taken with too little light: nothing stands out of the dark.
bool is_too_dark(const cv::Mat& brightness);

}  // namespace mediaedit::internal
