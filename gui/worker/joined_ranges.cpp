// The kept parts of a clip, played one after the other.
#include "worker/joined_ranges.hpp"

#include <algorithm>
#include <iterator>

namespace sunting {

using mediaedit::AudioPreview;
using mediaedit::Time;
using mediaedit::TimeRange;

std::int64_t moment_at(Time time) {
    return (time.count() * AudioPreview::rate_hz + 500'000) / 1'000'000;
}
Time time_of(std::int64_t moment) {
    return Time((moment * 1'000'000 + AudioPreview::rate_hz / 2) / AudioPreview::rate_hz);
}

JoinedRanges::JoinedRanges(std::span<const TimeRange> ranges, Time duration) {
    const TimeRange all{};
    if (ranges.empty()) ranges = {&all, 1};
    for (const auto& range : ranges) {
        const auto start = std::max(range.start, Time(0)),
                   end = std::min(range.end.value_or(duration), duration);
        if (end <= start) continue;
        const bool touches =
            !parts_.empty() && parts_.back().clip_start + parts_.back().length == start;
        if (touches) parts_.back().length += end - start;
        else parts_.push_back({start, length_, end - start});
        length_ += end - start;
    }
    // Each edge is rounded on its own, so that errors do not add up.
    for (const auto& part : parts_)
        stretches_.push_back({moment_at(part.clip_start), moment_at(part.start),
                              moment_at(part.start + part.length)});
}

Time JoinedRanges::to_clip(Time joined) const {
    if (parts_.empty()) return Time(0);
    const auto after =
        std::ranges::upper_bound(parts_, std::max(joined, Time(0)), {}, &Part::start);
    const auto& part = *std::prev(after);
    return part.clip_start + std::clamp(joined - part.start, Time(0), part.length);
}

Time JoinedRanges::to_joined(Time clip) const {
    for (const auto& part : parts_)
        if (clip < part.clip_start + part.length)
            return part.start + std::max(clip - part.clip_start, Time(0));
    return Time(0);
}

}  // namespace sunting
