// Encoding AVIF.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Shapes: `picture` is CV_8UC3 RGB or CV_8UC4 RGBA straight. Tagged as sRGB, no other metadata.
/// Units: `quality` 0 to 100.
/// Errors: unsupported (libheif was built without an AV1 encoder), internal.
std::vector<std::uint8_t> encode_avif(const cv::Mat& picture, int quality);

}  // namespace mediaedit::internal
