// Runs effects.
#include "worker/worker.hpp"

#include "worker/worker_inner.hpp"

#include <mutex>
#include <utility>
#include <variant>

namespace sunting {

using namespace mediaedit;

Worker::Inner::Inner(WorkStore with_store, std::function<void()> with_wake)
    : store(std::move(with_store)), wake(std::move(with_wake)) {}

void Worker::Inner::tell(Action action) {
    {
        const std::lock_guard lock(mutex);
        actions.push_back(std::move(action));
    }
    wake();
}

void Worker::Inner::say_problem(const Error& error) {
    tell(Said{{Toast::Kind::problem, error.message, 0}});
}

Worker::Worker(WorkStore store, std::function<void()> wake)
    : inner_(std::make_unique<Inner>(std::move(store), std::move(wake))) {}

Worker::~Worker() {
    inner_->run(CancelMaking{});
    finish_storing();
}

void Worker::run(const Effect& effect) {
    std::visit([&](const auto& what) { inner_->run(what); }, effect);
}

std::vector<Action> Worker::take() {
    const std::lock_guard lock(inner_->mutex);
    return std::exchange(inner_->actions, {});
}

void Worker::finish_storing() { inner_->disk.wait_until_empty(); }

const WorkStore& Worker::store() const { return inner_->store; }

}  // namespace sunting
