// OpenCV's pool of threads, started while there is memory for it.
#pragma once

#include <mediaedit/export.hpp>

namespace mediaedit::internal {

/// Call it before OpenCV's loops run on more than one thread; with one it does nothing. Starts the
/// process's pool once. TBB, which Debian's OpenCV runs on, spins for ever when it finds no memory
/// while it starts.
/// Errors: too_large (no memory). Threads: any.
MEDIAEDIT_INTERNAL void start_opencv_pool(int threads);

}  // namespace mediaedit::internal
