// A video that is longer than a placement takes, as several parts.
#pragma once

#include <mediaedit/media_info.hpp>
#include <mediaedit/time.hpp>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// How much longer than a limit a video may be: what a boundary moves by to the next frame
/// (Recipe::keep).
constexpr Time boundary_moves_by = std::chrono::milliseconds(100);

bool is_too_long(Time duration, double most_s);

/// Where a cut costs least, at or before a moment of the source; none: nowhere near.
using GoodPlace = std::function<std::optional<Time>(Time moment)>;

/// What is kept as several lists of kept ranges, none longer than `most_s`. Joined they are what is
/// kept: nothing is lost and nothing twice. About equally long; a cut moves to the good place
/// before it where all parts stay within the limit.
std::vector<std::vector<TimeRange>> split_parts(std::span<const TimeRange> keep,
                                                const MediaInfo& info, double most_s,
                                                const GoodPlace& good_place);

}  // namespace mediaedit::internal
