// One progress value for work that several threads share.
#pragma once

#include <mediaedit/control.hpp>

#include <chrono>
#include <cstddef>
#include <functional>
#include <mutex>

namespace mediaedit::internal {

/// Threads: any. The callback is never called by two threads at once, and the fraction never falls.
class ProgressMeter {
public:
    explicit ProgressMeter(const Control& control) : tell_(control.on_progress) {}

    void add(double share, std::size_t source = 0) {
        if (!tell_) return;
        const std::lock_guard lock(mutex_);
        fraction_ += share;
        if (fraction_ > 1 - 1e-9) fraction_ = 1;  // rounding errors of the shares
        Progress progress{fraction_, {}, source};
        const auto spent = std::chrono::steady_clock::now() - start_;
        // An earlier estimate would be too inaccurate.
        if (fraction_ > 0.1 && spent > std::chrono::seconds(1))
            progress.left = std::chrono::duration_cast<std::chrono::seconds>(
                spent * ((1 - fraction_) / fraction_));
        tell_(progress);
    }

private:
    std::function<void(const Progress&)> tell_;
    std::mutex mutex_;
    double fraction_ = 0;
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

}  // namespace mediaedit::internal
