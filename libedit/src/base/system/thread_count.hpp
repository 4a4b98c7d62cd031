// The number of threads that a call may use.
#pragma once

#include "base/system/shortage.hpp"

#include <mediaedit/control.hpp>

#include <algorithm>
#include <cstddef>
#include <thread>

namespace mediaedit::internal {

/// As many as the caller says, else one per core. More than two per core take memory without being
/// faster. One if memory or threads are short: GLib and other libraries end the process when they
/// run out of them.
inline int thread_count(const Control& control) noexcept {
    constexpr int always_allowed = 8;
    constexpr std::size_t roomy = std::size_t{256} << 20;
    if (!can_have_memory(roomy) || !has_many_threads()) return 1;
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    return control.threads > 0 ? std::min(control.threads, std::max(always_allowed, 2 * cores))
                               : cores;
}

}  // namespace mediaedit::internal
