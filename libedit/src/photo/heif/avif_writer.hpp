// Encodes AVIF.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

/// Tags the file as sRGB, without other metadata. Shapes: CV_8UC3 RGB or CV_8UC4 RGBA straight.
/// Units: `quality` 0 to 100. Errors: unsupported (libheif was built without an AV1 encoder),
/// too_large (no memory), internal, cancelled. Threads: libheif cannot be stopped while it encodes,
/// so a large picture is encoded on another thread. After a stop request, that thread continues for
/// some seconds until it ends by itself.
std::vector<std::uint8_t> encode_avif(const cv::Mat& picture, int quality,
                                      const std::stop_token& stop);

}  // namespace mediaedit::internal
