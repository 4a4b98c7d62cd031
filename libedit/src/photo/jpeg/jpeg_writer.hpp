// Encodes JPEG.
#pragma once

#include <opencv2/core/mat.hpp>

#include <cstdint>
#include <stop_token>
#include <vector>

namespace mediaedit::internal {

enum class JpegChroma { full, quarter };  // 4:4:4, 4:2:0

struct JpegSettings {
    int quality = 97;  ///< libjpeg's 1 to 100
    JpegChroma chroma = JpegChroma::full;
    bool optimize = false;  ///< optimal Huffman tables: about 5 % smaller, takes 50 % longer
};

/// Writes a baseline JPEG with an sRGB profile and without other metadata. Shapes: CV_8UC3.
/// Errors: cancelled, internal.
std::vector<std::uint8_t> encode_jpeg(const cv::Mat& rgb, const JpegSettings& settings,
                                      const std::stop_token& stop);

}  // namespace mediaedit::internal
