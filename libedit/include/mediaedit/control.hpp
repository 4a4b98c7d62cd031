// How a call is watched, stopped and bounded.
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

namespace mediaedit {

/// What a file may cost before it is refused, a source as well as a result. Checked from headers
/// and sizes, before memory is taken.
struct Limits {
    /// The largest phone sensor gives 200 megapixels; more is a mistake or an attack.
    std::int64_t max_pixels = 250'000'000;
    /// libjpeg's own bound; no camera comes near it.
    int max_side_px = 65'500;
    /// For one decoded source, at the scale it is decoded at, and for one result while it is
    /// encoded. A quarter of a 4 GB machine.
    std::int64_t max_memory_bytes = std::int64_t{1} << 30;
    /// A photo file over this is not a photo.
    std::int64_t max_photo_bytes = std::int64_t{512} << 20;
    /// Twelve hours: the longest upload any platform takes.
    std::chrono::seconds max_duration = std::chrono::hours{12};
};

struct Progress {
    double fraction = 0;                       ///< 0 to 1, never falls within a call
    std::optional<std::chrono::seconds> left;  ///< when an honest guess can be made
    std::size_t source = 0;                    ///< which of several sources moved
};

/// Threads: `on_progress` may be called from any thread, never from two at once.
struct Control {
    std::function<void(const Progress&)> on_progress;
    std::stop_token stop;
    int threads = 0;  ///< at most this many work at once, and no more than twice the cores (or 8);
                      ///< 0: as many as there are cores
    Limits limits;
};

}  // namespace mediaedit
