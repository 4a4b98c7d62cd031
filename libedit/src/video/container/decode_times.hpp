// Derives decode times from display times.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace mediaedit::internal {

/// Frames come in decoding order. Each gets the time of the frame shown `delay` places earlier, so
/// that decode times rise and none is later than the display time.
class DecodeTimes {
public:
    /// `step`: between the imaginary frames before the first one. `first`: the first frame's pts.
    DecodeTimes(int delay, std::int64_t step, std::int64_t first) {
        for (int i = delay; i > 0; --i) waiting_.push(first - i * step);
    }

    /// Absent when more than `delay` frames are out of order.
    std::optional<std::int64_t> next(std::int64_t pts) {
        waiting_.push(pts);
        const auto dts = waiting_.top();
        if (last_ && dts <= *last_) return {};
        waiting_.pop();
        last_ = dts;
        return dts;
    }

private:
    std::priority_queue<std::int64_t, std::vector<std::int64_t>, std::greater<>> waiting_;
    std::optional<std::int64_t> last_;
};

}  // namespace mediaedit::internal
