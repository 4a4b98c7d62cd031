// Runs effects: on the disk, with the library, with other programs. Their results come back as
// actions.
#pragma once

#include "model/action.hpp"
#include "model/effect.hpp"
#include "worker/work_store.hpp"

#include <functional>
#include <memory>
#include <vector>

namespace sunting {

class Worker {
public:
    /// `wake` is called, from any thread, when an action is there to take.
    Worker(WorkStore store, std::function<void()> wake);
    /// Stops a running job and writes what is not on disk yet.
    ~Worker();

    /// Threads: the window's. Returns at once.
    void run(const Effect& effect);
    [[nodiscard]] std::vector<Action> take();

    /// Waits until everything is stored.
    void finish_storing();

    [[nodiscard]] const WorkStore& store() const;

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace sunting
