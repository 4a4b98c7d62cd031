// Splits a video that is longer than a placement allows.
#pragma once

#include <mediaedit/media_info.hpp>
#include <mediaedit/time.hpp>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// A cut may move by this much to the next frame (see Recipe::keep), so a video may exceed a limit
/// by as much.
constexpr Time boundary_moves_by = std::chrono::milliseconds(100);

bool is_too_long(Time duration, double most_s);

/// The best time to cut at or before `moment` of the source; absent: there is none nearby.
using GoodPlace = std::function<std::optional<Time>(Time moment)>;

/// Splits the kept ranges into parts of about equal duration, none longer than `most_s`. Joined,
/// the parts equal `keep`, without gaps or overlaps. A cut moves back to `good_place` if all parts
/// stay within the limit. Shapes: one list of ranges per part.
std::vector<std::vector<TimeRange>> split_parts(std::span<const TimeRange> keep,
                                                const MediaInfo& info, double most_s,
                                                const GoodPlace& good_place);

}  // namespace mediaedit::internal
