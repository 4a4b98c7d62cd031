// Interlaced frames become whole ones.
#pragma once

#include "video/handles.hpp"

#include <memory>

namespace mediaedit::internal {

/// As many frames come out as go in, with their pts, in order, one or two later: the neighbours in time tell what lies between the lines.
/// Frames that are not marked as interlaced are left as they are.
/// Threads: one at a time; works on up to `threads` inside.
class Deinterlacer {
public:
    /// Units: `time_base` of the frames' pts.
    explicit Deinterlacer(AVRational time_base, int threads);
    ~Deinterlacer();

    /// Takes the next frame; its size and format may differ from the one before.
    /// Errors: unsupported, too_large (no memory).
    void put(const AVFrame& frame);
    /// Nothing more will be put.
    void end();
    /// The next frame that is ready; empty when more must be put first, or, after end(), when there are no more.
    Frame take();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit::internal
