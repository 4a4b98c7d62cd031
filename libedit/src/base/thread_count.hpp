// How many threads a call may use.
#pragma once

#include <mediaedit/control.hpp>

#include <algorithm>
#include <thread>

namespace mediaedit::internal {

/// As many as the caller says; else one for each core.
inline int thread_count(const Control& control) noexcept {
    if (control.threads > 0) return control.threads;
    return std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
}

}  // namespace mediaedit::internal
