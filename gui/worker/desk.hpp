// Answers what the screen wants to know, on two threads: one for the pictures that are being worked
// on, one for all else.
#pragma once

#include "model/needs.hpp"

#include <functional>
#include <memory>
#include <shared_mutex>
#include <vector>

namespace sunting {

class Desk {
public:
    /// `wake` is called from any thread when an answer has come.
    explicit Desk(std::function<void()> wake);
    ~Desk();

    /// From now on these, most urgent first; older wishes that are not among them are given up.
    void want(std::vector<Need> needs);
    [[nodiscard]] std::vector<Answer> take();

    /// Runs `change` while nothing is being worked on: for what all threads share, such as the
    /// language.
    void meanwhile(const std::function<void()>& change);

private:
    struct Inner;
    std::unique_ptr<Inner> inner_;
};

}  // namespace sunting
