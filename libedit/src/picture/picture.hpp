// The pixel format of all pictures after reading.
#pragma once

#include <mediaedit/geometry.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// Upright, sRGB, 8 bits per channel. Shapes: `pixels` is CV_8UC3 (red, green, blue) or CV_8UC4
/// (with straight alpha).
struct Picture {
    cv::Mat pixels;

    [[nodiscard]] PixelSize size() const { return {pixels.cols, pixels.rows}; }
    [[nodiscard]] bool has_alpha() const { return pixels.channels() == 4; }
};

}  // namespace mediaedit::internal
