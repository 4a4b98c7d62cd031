// How many threads a call may use.
#pragma once

#include "base/system/shortage.hpp"

#include <mediaedit/control.hpp>

#include <algorithm>
#include <cstddef>
#include <thread>

namespace mediaedit::internal {

/// As many as the caller says; else one for each core. More than twice the cores take memory and
/// make nothing quicker. One where memory or threads are short: what one thread has asked for must
/// still be there when it takes it, for GLib and others end the process where it is not.
inline int thread_count(const Control& control) noexcept {
    constexpr int always_allowed = 8;
    constexpr std::size_t roomy = std::size_t{256} << 20;
    if (!can_have_memory(roomy) || !has_many_threads()) return 1;
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return control.threads > 0 ? std::min(control.threads, std::max(always_allowed, 2 * cores))
                               : cores;
}

}  // namespace mediaedit::internal
