// Pixels for showing: what Preview gives to a window.
#pragma once

#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <vector>

namespace mediaedit {

/// Shapes: rows top to bottom without padding, 4 bytes a pixel: red, green, blue, alpha (straight).
/// sRGB.
struct PictureView {
    PixelSize size;
    std::vector<std::uint8_t> rgba;
};

}  // namespace mediaedit
