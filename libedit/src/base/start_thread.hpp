// Starts threads that make work faster. Without them, the work is still done.
#pragma once

#include <future>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

namespace mediaedit::internal {

/// Runs `work` on another thread. If `on_thread` is false or no thread can be started, runs it when
/// its result is requested. std::async alone cannot do this: `work` is lost if it fails to start.
template <class Work>
auto run_beside(Work work, bool on_thread = true) {
    const auto kept = std::make_shared<Work>(std::move(work));
    const auto run = [kept] { return (*kept)(); };
    if (on_thread) {
        try {
            return std::async(std::launch::async, run);
        } catch (const std::system_error&) {  // deferred, below
        }
    }
    return std::async(std::launch::deferred, run);
}

/// Starts `work` as `thread`. False: no thread can be started, and `thread` is unchanged.
template <class Thread, class Work>
bool start_thread(Thread& thread, Work&& work) {
    try {
        thread = Thread(std::forward<Work>(work));
        return true;
    } catch (const std::system_error&) { return false; }
}

}  // namespace mediaedit::internal
