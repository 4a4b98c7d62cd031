// The time that a frame is on the screen, and how time ranges that begin or end within it cut it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// The time that a frame is on the screen: from its own time until that of the next frame.
/// Half-open, on the source's clock.
struct OnScreen {
    Time from{0};
    Time until{0};
    bool operator==(const OnScreen&) const = default;
};

/// A frame that is on the screen for longer is cut in time.
inline constexpr Time longest_whole_frame = std::chrono::milliseconds(100);
/// Audio and video may begin and end this far apart without being noticed. Encoders and editors
/// leave such differences: 125 ms in our sample files.
inline constexpr Time longest_rest = std::chrono::milliseconds(250);
/// A shorter part of a frame is merged with its neighbour: containers with millisecond timestamps
/// cannot represent it.
inline constexpr Time shortest_part = std::chrono::milliseconds(1);

/// Whether the frame is cut in time; else it is kept whole or not at all. Allows for times that are
/// rounded to microseconds.
MEDIAEDIT_INTERNAL bool is_cut_in_time(const OnScreen& frame);

/// The time at which a range that is requested to begin or end at `requested`, during the frame,
/// really does so. This is the rule of docs/apps/trimming.md:
///
///     up to 100 ms   |---w---|                at the next frame: keeps a constant frame rate
///                            ^
///     longer         |---w-------------|      at `requested`: the frame is shortened
///                        ^
MEDIAEDIT_INTERNAL Time cut_in(const OnScreen& frame, Time requested);

/// The part of the frame's time that lies in `range`. Absent: none.
MEDIAEDIT_INTERNAL std::optional<OnScreen> part_of(const OnScreen& frame, const TimeRange& range);

/// Whether an area hidden during `when` covers the frame: if their times overlap at all, since
/// hiding one frame too many is better than one too few.
MEDIAEDIT_INTERNAL bool is_covered(const OnScreen& frame, const std::optional<TimeRange>& when);

/// A part of a frame's time in which one set of overlays is shown.
struct ShownPart {
    OnScreen part;
    Time at{0};  ///< overlays whose range contains this time are shown for the whole part
    bool operator==(const ShownPart&) const = default;
};

/// Divides the kept part of a frame at `changes` (in any order), the times at which overlays appear
/// and disappear. Shapes: consecutive parts.
MEDIAEDIT_INTERNAL std::vector<ShownPart> looks_of(const OnScreen& frame, const OnScreen& kept,
                                                   std::span<const Time> changes);

/// The end of the last frame: if audio continues for more than longest_rest after it, the frame is
/// held until the audio ends.
MEDIAEDIT_INTERNAL Time held_until(Time pictures_end, std::optional<Time> audio_end);

}  // namespace mediaedit::internal
