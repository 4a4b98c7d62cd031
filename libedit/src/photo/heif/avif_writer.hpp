// Encoding AVIF.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

/// Shapes: `picture` is CV_8UC3 RGB or CV_8UC4 RGBA straight. Tagged as sRGB, no other metadata.
/// Units: `quality` 0 to 100.
/// Errors: unsupported (libheif was built without an AV1 encoder), too_large (no memory), internal,
/// cancelled. Threads: libheif cannot be stopped while it encodes, so a large picture is encoded on
/// a thread of its own. When `stop` is asked for, that thread is left to end by itself, within
/// seconds.
std::vector<std::uint8_t> encode_avif(const cv::Mat& picture, int quality,
                                      const std::stop_token& stop);

}  // namespace mediaedit::internal
