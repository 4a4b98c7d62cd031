// Time on the source's clock: whole microseconds, 0 at its first picture.
#pragma once

#include <chrono>
#include <optional>

namespace mediaedit {

using Time = std::chrono::microseconds;

/// Half-open: start <= t < end; without an end it runs to the source's. What it gets of a frame
/// that is on the screen then: docs/apps/trimming.md.
struct TimeRange {
    Time start{0};
    std::optional<Time> end{};
    [[nodiscard]] bool contains(Time at) const noexcept {
        return start <= at && (!end || at < *end);
    }
    bool operator==(const TimeRange&) const = default;
};

}  // namespace mediaedit
