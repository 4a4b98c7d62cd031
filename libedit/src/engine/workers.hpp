// A parallel loop whose threads end with the call.
#pragma once

#include "base/start_thread.hpp"

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <thread>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Runs body(0) ... body(count - 1) on at most `threads` threads, including the calling one. `body`
/// must not throw.
template <class Body>
void for_each_in_parallel(std::size_t count, int threads, const Body& body) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < count; i = next++) body(i);
    };
    std::vector<std::jthread> others;
    const auto helpers =
        std::min<std::size_t>(count, static_cast<std::size_t>(std::max(1, threads)));
    for (std::size_t i = 1; i < helpers; ++i) {
        std::jthread other;
        if (!start_thread(other, work)) break;
        others.push_back(std::move(other));
    }
    work();
}

}  // namespace mediaedit::internal
