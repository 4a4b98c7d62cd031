// Whether a frame would look like the last one.
#pragma once

#include <cstddef>

struct ImDrawData;

namespace sunting {

/// Most frames after a click or a wake look like the one before. Drawing them in software takes 13
/// ms of both cores of an old computer, which whoever decodes the picture that is waited for needs;
/// looking whether they differ takes 0.1 ms. Threads: one at a time.
class LastDrawn {
public:
    /// Whether what ImGui wants drawn is other than it was at the last call, or that is not known.
    bool is_new(const ImDrawData& data, int width_px, int height_px);

    /// A texture has other pixels now, or the screen no longer shows what was drawn.
    void forget() { is_known_ = false; }

private:
    std::size_t hash_ = 0;
    bool is_known_ = false;
};

}  // namespace sunting
