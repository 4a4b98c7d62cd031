// How long a frame is on the screen, and what that means for ranges of time that begin or end
// within.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// A frame's time on the screen: from its own time until the next frame's. Half-open, on the
/// source's clock.
struct OnScreen {
    Time from{0};
    Time until{0};
    bool operator==(const OnScreen&) const = default;
};

/// A frame that is on the screen for longer is cut in time.
inline constexpr Time longest_whole_frame = std::chrono::milliseconds(100);
/// By so much may sound and pictures begin and end apart unnoticed, as encoders and cutters leave
/// it: an eighth of a second in the files at hand.
inline constexpr Time longest_rest = std::chrono::milliseconds(250);
/// A shorter part of a frame is left to its neighbour: containers that count milliseconds cannot
/// tell it.
inline constexpr Time shortest_part = std::chrono::milliseconds(1);

/// Whether such a frame is cut in time; else it is kept whole or not at all. Times are rounded to a
/// microsecond.
MEDIAEDIT_INTERNAL bool is_cut_in_time(const OnScreen& frame);

/// Where a range begins, or ends, that asks to do so at `wish`, which lies in the frame's time. THE
/// rule of docs/apps/trimming.md:
///
///     up to 100 ms   |---w---|      at the next frame, so that a constant rate stays constant
///                            ^
///     longer         |---w-------------|      there: the frame begins the range shortened, or ends
///     it
///                        ^
MEDIAEDIT_INTERNAL Time cut_in(const OnScreen& frame, Time wish);

/// What a range has of the frame's time on the screen. Absent: nothing.
MEDIAEDIT_INTERNAL std::optional<OnScreen> part_of(const OnScreen& frame, const TimeRange& range);

/// Whether a hidden area that lasts for `when` covers the frame: it does wherever their times
/// overlap, for one frame more is better than one less.
MEDIAEDIT_INTERNAL bool is_covered(const OnScreen& frame, const std::optional<TimeRange>& when);

/// A part of a frame's time in which one set of overlays is shown.
struct ShownPart {
    OnScreen part;
    Time at{0};  ///< the moment at which an overlay must last to be shown all the while
    bool operator==(const ShownPart&) const = default;
};

/// The parts, one behind the other, into which overlays that come and go at `changes` (in any
/// order) divide what is kept of a frame.
MEDIAEDIT_INTERNAL std::vector<ShownPart> looks_of(const OnScreen& frame, const OnScreen& kept,
                                                   std::span<const Time> changes);

/// Where the last frame's time ends: where sound goes on for more than a moment behind it, it is
/// held as long as that.
MEDIAEDIT_INTERNAL Time held_until(Time pictures_end, std::optional<Time> sound_end);

}  // namespace mediaedit::internal
