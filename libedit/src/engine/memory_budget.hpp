// A memory budget that parallel tasks share.
#pragma once

#include <algorithm>
#include <condition_variable>
#include <cstdint>
#include <mutex>

namespace mediaedit::internal {

/// A task that needs more than is left waits. A task that needs more than the whole budget runs
/// alone. Threads: any.
class MemoryBudget {
public:
    explicit MemoryBudget(std::int64_t bytes) : all_(bytes), left_(bytes) {}

    /// Returned to the budget by its destructor.
    class Share {
    public:
        Share(MemoryBudget& budget, std::int64_t bytes) : budget_(budget), bytes_(bytes) {}
        ~Share() { budget_.give_back(bytes_); }
        Share(const Share&) = delete;
        Share& operator=(const Share&) = delete;

    private:
        MemoryBudget& budget_;
        std::int64_t bytes_;
    };

    [[nodiscard]] Share take(std::int64_t bytes) {
        const auto wanted = std::clamp<std::int64_t>(bytes, 0, all_);
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [&] { return wanted <= left_; });
        left_ -= wanted;
        return {*this, wanted};
    }

private:
    void give_back(std::int64_t bytes) {
        {
            const std::lock_guard lock(mutex_);
            left_ += bytes;
        }
        changed_.notify_all();
    }

    std::mutex mutex_;
    std::condition_variable changed_;
    std::int64_t all_, left_;
};

}  // namespace mediaedit::internal
