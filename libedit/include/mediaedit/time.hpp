// Time on the clock of the source: whole microseconds, 0 at its first frame.
#pragma once

#include <chrono>
#include <optional>

namespace mediaedit {

using Time = std::chrono::microseconds;

/// Half-open: start <= t < end. Without an end, it ends with the source. How it cuts a frame that
/// is shown at `start` or `end`: docs/apps/trimming.md.
struct TimeRange {
    Time start{0};
    std::optional<Time> end{};
    [[nodiscard]] bool contains(Time at) const noexcept {
        return start <= at && (!end || at < *end);
    }
    bool operator==(const TimeRange&) const = default;
};

}  // namespace mediaedit
