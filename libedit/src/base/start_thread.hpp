// Threads that make work quicker where they can be had, and are done without where not.
#pragma once

#include <future>
#include <system_error>
#include <thread>
#include <utility>

namespace mediaedit::internal {

/// For std::async: on another thread; where none can be started, when its result is asked for.
constexpr auto beside = std::launch::async | std::launch::deferred;

/// Starts `work` as the thread; false: no thread can be started, and `thread` stays as it was.
template <class Thread, class Work>
bool start_thread(Thread& thread, Work&& work) {
    try {
        thread = Thread(std::forward<Work>(work));
        return true;
    } catch (const std::system_error&) { return false; }
}

}  // namespace mediaedit::internal
