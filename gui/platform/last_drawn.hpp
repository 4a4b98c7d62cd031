// Whether a frame differs from the last one drawn.
#pragma once

#include <cstddef>

struct ImDrawData;

namespace sunting {

/// Most frames after a click or a wake-up are the same as the one before. Drawing one in software
/// takes 13 ms on both cores of an old computer, which the decoder of the next picture needs.
/// Comparing takes 0.1 ms. Threads: one at a time.
class LastDrawn {
public:
    /// True when the draw data differs from the last call, or when that is unknown.
    bool is_new(const ImDrawData& data, int width_px, int height_px);

    /// Call it when a texture has new pixels, or when the screen may have lost its contents.
    void forget() { is_known_ = false; }

private:
    std::size_t hash_ = 0;
    bool is_known_ = false;
};

}  // namespace sunting
