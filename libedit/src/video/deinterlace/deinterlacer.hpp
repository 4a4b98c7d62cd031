// Interlaced frames become whole ones.
#pragma once

#include "video/handles.hpp"

#include <memory>

namespace mediaedit::internal {

/// As many frames come out as go in, with their pts, in order, one or two later: the neighbours in
/// time tell what lies between the lines. Frames that are not marked as interlaced are left as they
/// are. Threads: one at a time.
class Deinterlacer {
public:
    virtual ~Deinterlacer() = default;

    /// Takes the next frame; its size and format may differ from the one before.
    /// Errors: unsupported, too_large (no memory).
    virtual void put(const AVFrame& frame) = 0;
    /// Nothing more will be put.
    virtual void end() = 0;
    /// The next frame that is ready; empty when more must be put first, or, after end(), when there
    /// are no more.
    virtual Frame take() = 0;
};

/// One that works on up to `threads` inside. `time_base`: of the frames' pts. The first call loads
/// the part that stands on libavfilter, whose libraries take half as long again as all other ones
/// of FFmpeg. Errors: unsupported, when the part is not installed; too_large. Threads: any, at
/// once.
std::unique_ptr<Deinterlacer> new_deinterlacer(AVRational time_base, int threads);

/// What that part gives.
struct FilterParts {
    std::unique_ptr<Deinterlacer> (*new_deinterlacer)(AVRational time_base, int threads);
};

}  // namespace mediaedit::internal
