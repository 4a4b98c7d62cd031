// Keeping OpenCV's own loops on one thread, without touching its global settings.
#pragma once

#include <opencv2/core/utility.hpp>

namespace mediaedit::internal {

/// Runs `body` on the calling thread, and OpenCV's loops within it too: a parallel loop inside
/// another one is run serially, so this is one, of one turn. When several threads do this at once,
/// a loop may now and then still be spread, in the moment after one of them has ended.
template <class Body>
void serially(const Body& body) {
    cv::parallel_for_(cv::Range(0, 1), [&](const cv::Range&) { body(); });
}

}  // namespace mediaedit::internal
