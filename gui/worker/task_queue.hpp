// Tasks one after another on a thread of its own.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace sunting {

class TaskQueue {
public:
    TaskQueue();
    /// Finishes all tasks first.
    ~TaskQueue();
    TaskQueue(const TaskQueue&) = delete;
    TaskQueue& operator=(const TaskQueue&) = delete;

    /// Threads: any.
    void add(std::function<void()> task);
    void wait_until_empty();

private:
    void work();

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<std::function<void()>> tasks_;
    bool ending_ = false, busy_ = false;
    std::thread thread_;
};

}  // namespace sunting
