// Answers the needs of the screen on two threads: one for the pictures that are being edited, one
// for everything else.
#pragma once

#include "model/needs.hpp"

#include <functional>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace sunting {

class Desk {
public:
    /// `wake` is called, from any thread, when an answer is there to take.
    explicit Desk(std::function<void()> wake);
    ~Desk();

    /// Replaces all needs, most urgent first. Older ones that are not among them are stopped.
    void want(std::vector<Need> needs);
    [[nodiscard]] std::vector<Answer> take();

    /// Runs `change` while no need is being answered: for what all threads share, such as the
    /// language.
    void meanwhile(const std::function<void()>& change);

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace sunting
