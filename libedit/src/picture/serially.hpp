// Keeps OpenCV's loops on one thread without changing its global settings.
#pragma once

#include <opencv2/core/utility.hpp>

namespace mediaedit::internal {

/// Runs `body` and the OpenCV loops in it on the calling thread. OpenCV runs nested parallel loops
/// serially, so this calls `body` in a parallel loop with one iteration. If several threads do this
/// at once, a loop may still run in parallel shortly after one of them has ended.
template <class Body>
void serially(const Body& body) {
    cv::parallel_for_(cv::Range(0, 1), [&](const cv::Range&) { body(); });
}

}  // namespace mediaedit::internal
