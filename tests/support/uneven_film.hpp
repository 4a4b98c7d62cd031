// A film with long, short and even frames and longer sound, and what is expected of every time
// range.
#pragma once

#include <mediaedit/time.hpp>

#include <filesystem>
#include <optional>
#include <vector>

namespace mediaedit::test {

/// A frame's number, and a part of its time on the screen.
struct TimedFrame {
    int number = 0;
    Time from{0}, until{0};
};

/// The whole film: thirty a second until 1 s; frame 30, a key picture, until 3.5 s; thirty a second
/// until 4 s; frame 46 for 90 ms and frame 47 until 6 s; thirty a second until frame 59, which is
/// held until the sound ends at 9 s. A click at each whole second.
const std::vector<TimedFrame>& uneven_frames();

/// The extension chooses the container.
void make_uneven_film(const std::filesystem::path& file);

struct UnevenRange {
    TimeRange range;
    int first = 0, last = 0;        ///< frames that are kept
    Time from{0}, until{0};         ///< start of the first one, end of the last one
    Time hide_from{0}, hide_until;  ///< when an area hidden in that range is covered
};

/// The one table of expectations.
const std::vector<UnevenRange>& uneven_ranges();

/// The kept frames of a row.
std::vector<TimedFrame> kept_frames(const UnevenRange& row);

}  // namespace mediaedit::test
