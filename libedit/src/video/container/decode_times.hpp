// When pictures are to be decoded, from when they are shown.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <queue>
#include <vector>

namespace mediaedit::internal {

/// Pictures come in the order they are decoded. Each gets the time of the picture that is shown
/// `delay` places earlier, so that times rise and none is decoded after it is shown.
class DecodeTimes {
public:
    /// `step`: between the pictures before the first one, which are only thought of. `first`: the
    /// first picture's pts.
    DecodeTimes(int delay, std::int64_t step, std::int64_t first) {
        for (int i = delay; i > 0; --i) waiting_.push(first - i * step);
    }

    /// Absent when more than `delay` pictures are shown later than ones decoded behind them.
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
