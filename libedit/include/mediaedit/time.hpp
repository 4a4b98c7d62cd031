// Time on the source's clock: whole microseconds, 0 at its first picture.
#pragma once

#include <chrono>
#include <optional>

namespace mediaedit {

using Time = std::chrono::microseconds;

/// Half-open: a moment `t` belongs to it when start <= t < end. Without an end it runs to the source's.
struct TimeRange {
    Time start{0};
    std::optional<Time> end{};
    bool operator==(const TimeRange&) const = default;
};

}  // namespace mediaedit
