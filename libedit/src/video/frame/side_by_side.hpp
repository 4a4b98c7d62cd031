// Runs the parts of a frame's work on several threads.
#pragma once

#include "picture/serially.hpp"

#include <algorithm>

namespace mediaedit::internal {

/// Runs body(0) ... body(parts - 1) on at most `threads` threads; with 1 on the calling thread
/// only. Rethrows an exception of any of them.
template <class Body>
void in_parts(int parts, int threads, const Body& body) {
    const auto all = [&](const cv::Range& range) {
        for (int part = range.start; part < range.end; ++part) body(part);
    };
    if (threads > 1) cv::parallel_for_(cv::Range(0, parts), all, std::min(threads, parts));
    else serially([&] { all({0, parts}); });
}

/// Runs body(first, last) on bands that together cover the rows 0 to `rows`.
template <class Body>
void in_bands(int rows, int threads, const Body& body) {
    const int bands = std::clamp(threads, 1, std::max(1, rows / 16));
    in_parts(bands, threads,
             [&](int band) { body(rows * band / bands, rows * (band + 1) / bands); });
}

}  // namespace mediaedit::internal
