// Starts OpenCV's thread pool while there is memory for it.
#pragma once

#include <mediaedit/export.hpp>

namespace mediaedit::internal {

/// Call it before OpenCV's loops run on more than one thread; with one thread it does nothing.
/// Starts the pool once per process, because TBB, which Debian's OpenCV uses, spins forever if
/// memory is short when it starts. Errors: too_large (no memory). Threads: any.
MEDIAEDIT_INTERNAL void start_opencv_pool(int threads);

}  // namespace mediaedit::internal
