// The pixels that Preview returns.
#pragma once

#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit {

/// sRGB pixels. Shapes: rows from top to bottom without padding; 4 bytes per pixel: red, green,
/// blue, alpha (straight, not premultiplied).
struct PictureView {
    PixelSize size;
    std::vector<std::uint8_t> rgba;
};

}  // namespace mediaedit
