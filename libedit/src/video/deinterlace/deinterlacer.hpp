// Deinterlaces frames.
#pragma once

#include "video/handles.hpp"

#include <memory>

namespace mediaedit::internal {

/// As many frames come out as go in, in order and with their pts, but one or two frames late:
/// missing lines are interpolated from neighbouring frames. Frames that are not flagged as
/// interlaced are not changed. Threads: one at a time.
class Deinterlacer {
public:
    virtual ~Deinterlacer() = default;

    /// Takes the next frame; its size and format may differ from the one before.
    /// Errors: unsupported, too_large (no memory).
    virtual void put(const AVFrame& frame) = 0;
    /// Nothing more will be put.
    virtual void end() = 0;
    /// The next frame; empty if more must be put first or, after end(), if there are no more.
    virtual Frame take() = 0;
};

/// Works on up to `threads` threads. `time_base`: of the frames' pts. The first call loads the part
/// that needs libavfilter, whose libraries take half as long again to load as all others of FFmpeg.
/// Errors: unsupported, when the part is not installed; too_large. Threads: any, at once.
std::unique_ptr<Deinterlacer> new_deinterlacer(AVRational time_base, int threads);

/// What the part offers.
struct FilterParts {
    std::unique_ptr<Deinterlacer> (*new_deinterlacer)(AVRational time_base, int threads);
};

}  // namespace mediaedit::internal
