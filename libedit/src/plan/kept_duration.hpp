// The duration of the kept ranges of a video.
#pragma once

#include <mediaedit/media_info.hpp>
#include <mediaedit/time.hpp>

#include <algorithm>
#include <span>

namespace mediaedit::internal {

/// `keep` as in a recipe; empty: all.
inline Time kept_duration(std::span<const TimeRange> keep, const MediaInfo& info) {
    const auto all = info.duration.value_or(Time(0));
    if (keep.empty()) return all;
    Time sum{0};
    for (const auto& range : keep)
        sum += std::max(Time(0),
                        std::min(range.end.value_or(all), all) - std::max(range.start, Time(0)));
    return sum;
}

}  // namespace mediaedit::internal
