// The default bit rate limit of a video stream.
#pragma once

#include <mediaedit/geometry.hpp>

#include <algorithm>
#include <cstdint>

namespace mediaedit::internal {

/// 12 Mbit/s for 1080 x 1920 at 30 frames per second, which platforms accept without encoding it
/// again (docs/apps/placements.md); other sizes and rates in proportion. Small pictures need more
/// bits per pixel, hence the minimum. Units: bits per second.
inline std::int64_t usual_bits(PixelSize size, double frames_a_second) {
    constexpr double bits_a_pixel = 12e6 / (1080.0 * 1920 * 30);
    constexpr double least = 2.5e6;
    const double rate = std::clamp(frames_a_second, 24.0, 60.0);
    return static_cast<std::int64_t>(
        std::max(least, bits_a_pixel * size.width * size.height * rate));
}

}  // namespace mediaedit::internal
