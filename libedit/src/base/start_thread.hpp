// Threads that make work quicker where they can be had, and are done without where not.
#pragma once

#include <future>
#include <memory>
#include <system_error>
#include <thread>
#include <utility>

namespace mediaedit::internal {

/// Runs `work` on another thread; where none can be started, or none is wanted, when its result is
/// asked for. std::async cannot choose so itself: what `work` holds is gone once a start has
/// failed.
template <class Work>
auto run_beside(Work work, bool on_thread = true) {
    const auto kept = std::make_shared<Work>(std::move(work));
    const auto run = [kept] { return (*kept)(); };
    if (on_thread) {
        try {
            return std::async(std::launch::async, run);
        } catch (const std::system_error&) {  // then later, below
        }
    }
    return std::async(std::launch::deferred, run);
}

/// Starts `work` as the thread; false: no thread can be started, and `thread` stays as it was.
template <class Thread, class Work>
bool start_thread(Thread& thread, Work&& work) {
    try {
        thread = Thread(std::forward<Work>(work));
        return true;
    } catch (const std::system_error&) { return false; }
}

}  // namespace mediaedit::internal
