// Encodes PNG.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

/// Tags the file as sRGB, without other metadata. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA straight.
/// Units: `level` is zlib's, 1 (fast) to 9 (small).
/// Errors: cancelled, internal.
std::vector<std::uint8_t> encode_png(const cv::Mat& picture, int level,
                                     const std::stop_token& stop);

}  // namespace mediaedit::internal
