// How many bits the pictures of a video may take where nobody says more.
#pragma once

#include <mediaedit/geometry.hpp>

#include <algorithm>
#include <cstdint>

namespace mediaedit::internal {

/// What platforms take of 1080 x 1920 at 30 frames a second without encoding it again
/// (docs/apps/placements.md); other sizes in proportion. Small pictures need more bits for each
/// pixel than large ones, hence the floor. Units: bits a second.
inline std::int64_t usual_bits(PixelSize size, double frames_a_second) {
    constexpr double bits_a_pixel = 12e6 / (1080.0 * 1920 * 30);
    constexpr double least = 2.5e6;
    const double rate = std::clamp(frames_a_second, 24.0, 60.0);
    return static_cast<std::int64_t>(
        std::max(least, bits_a_pixel * size.width * size.height * rate));
}

}  // namespace mediaedit::internal
