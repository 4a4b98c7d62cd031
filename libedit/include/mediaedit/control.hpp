// Progress, cancellation, threads and limits of a call.
//
//     std::stop_source cancel;
//     Control control;
//     control.on_progress = [](const Progress& progress) { show(progress.fraction); };
//     control.stop = cancel.get_token();
//     auto report = export_media(source, recipe, output, control);
#pragma once

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <stop_token>

namespace mediaedit {

/// Limits for sources and results. Checked from headers and sizes, before memory is allocated.
/// What exceeds one gives the error too_large.
struct Limits {
    /// The largest phone sensor gives 200 megapixels; more is a mistake or an attack.
    std::int64_t max_pixels = 250'000'000;
    /// libjpeg's own limit. No camera comes near it.
    int max_side_px = 65'500;
    /// For one source, at the scale at which it is decoded, and for one result while it is
    /// encoded. A quarter of a 4 GB machine.
    std::int64_t max_memory_bytes = std::int64_t{1} << 30;
    /// No photo file is larger.
    std::int64_t max_photo_bytes = std::int64_t{512} << 20;
    /// Twelve hours: the longest video that any platform accepts.
    std::chrono::seconds max_duration = std::chrono::hours{12};
};

struct Progress {
    double fraction = 0;                       ///< 0 to 1, never falls within a call
    std::optional<std::chrono::seconds> left;  ///< time left, if it can be estimated
    std::size_t source = 0;                    ///< index of the source that made progress
};

/// Threads: `on_progress` may be called from any thread, but never from two at once. A call that
/// was stopped gives the error cancelled.
struct Control {
    std::function<void(const Progress&)> on_progress;
    std::stop_token stop;
    /// Most threads that work at once; 0: as many as there are cores. Capped at twice the number of
    /// cores, or at 8 if that is more.
    int threads = 0;
    Limits limits;
};

}  // namespace mediaedit
