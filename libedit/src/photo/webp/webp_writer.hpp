// Encodes WebP.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

/// Writes an sRGB profile and no other metadata. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA straight, at
/// most 16383 pixels per side. Units: `quality` 0 to 100. Errors: bad_argument (too large for
/// WebP), cancelled, internal.
std::vector<std::uint8_t> encode_webp(const cv::Mat& picture, int quality,
                                      const std::stop_token& stop);

}  // namespace mediaedit::internal
