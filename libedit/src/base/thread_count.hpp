// How many threads a call may use.
#pragma once

#include <mediaedit/control.hpp>

#include <algorithm>
#include <thread>

namespace mediaedit::internal {

/// As many as the caller says; else one for each core. More than twice the cores take memory and
/// make nothing quicker.
inline int thread_count(const Control& control) noexcept {
    constexpr int always_allowed = 8;
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return control.threads > 0 ? std::min(control.threads, std::max(always_allowed, 2 * cores))
                               : cores;
}

}  // namespace mediaedit::internal
