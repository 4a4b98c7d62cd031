// Streams whose clock jumps within the file: finds the shifts that make it one clock.
#include "video/container/clock_breaks.hpp"

#include <algorithm>
#include <cstdlib>

namespace mediaedit::internal {
namespace {

constexpr std::int64_t second = 90'000;
/// A longer gap is a jump of the clock; a shorter one may be lost packets.
constexpr std::int64_t longest_hole = 10 * second;
/// Without decode times, frames may be out of order by this much; audio jitters less.
constexpr std::int64_t most_back_pictures = second / 2, most_back_audio = second / 10;
/// Video and audio of a stretch begin and end within this time of each other.
constexpr std::int64_t near = second;
/// A smaller difference is rounding.
constexpr std::int64_t wavering = second / 25;
/// A bound for damaged files, in which any packet may be a jump; recordings have a few.
constexpr std::size_t most_stretches = 1000;
/// After a wrong time, the clock may return to one of the last stretches.
constexpr std::size_t most_looked_back = 4;

}  // namespace

bool ClockBreaks::breaks(const Seen& packet, const Line& line) const {
    const auto at = packet.dts + stretches_[line.stretch].shift, off = at - line.expected;
    if (off > longest_hole) return true;
    if (packet.stream == audio) return off < -most_back_audio;
    return off < -most_back_pictures || (packet.is_start && at < line.last);
}

/// The stretch that the packet continues best: its current one, one that the other stream has
/// begun, an earlier one, or a new one.
std::size_t ClockBreaks::stretch_for(const Seen& packet, const Line& line) {
    const auto off = [&](std::size_t stretch) {
        return std::abs(packet.dts + stretches_[stretch].shift - line.expected);
    };
    auto best = line.stretch;
    for (auto later = line.stretch + 1; later < stretches_.size(); ++later)
        if (off(later) < off(best)) best = later;
    const bool has_broken = breaks(packet, line);
    if (!has_broken && (off(line.stretch) <= wavering || off(best) > near)) return line.stretch;
    if (best != line.stretch && off(best) <= near) {
        // The audio reached the jump first; the video decides on the shift.
        if (packet.stream == pictures) {
            const auto change = line.expected - (packet.dts + stretches_[best].shift);
            stretches_[best].shift += change;
            auto& heard = lines_[audio];
            if (heard.stretch == best) {
                heard.last += change;
                heard.expected += change;
            }
        }
        return best;
    }
    if (!has_broken || stretches_.size() >= most_stretches) return line.stretch;
    Stretch made;
    made.shift = line.expected - packet.dts;
    for (std::size_t back = 1; back <= std::min(most_looked_back, line.stretch); ++back)
        if (off(line.stretch - back) <= wavering)
            made.shift = stretches_[line.stretch - back].shift;
    stretches_.push_back(made);
    return stretches_.size() - 1;
}

void ClockBreaks::go_on(const Seen& packet, Line& line, std::size_t stretch) {
    if (stretch != line.stretch) {
        line.stretch = stretch;
        stretches_[stretch].from[packet.stream] = packet.place;
        stretches_[stretch].last_before[packet.stream] = line.place;
    }
    line.place = packet.place;
    const auto at = packet.dts + stretches_[stretch].shift;
    if (packet.duration > 0) line.step = packet.duration;
    else if (line.has_begun && at > line.last && at - line.last < near) line.step = at - line.last;
    line.last = line.has_begun ? std::max(line.last, at) : at;
    line.expected = at + line.step;
    line.has_begun = true;
}

void ClockBreaks::put(const Seen& packet) {
    auto& line = lines_[packet.stream];
    go_on(packet, line, line.has_begun ? stretch_for(packet, line) : stretches_.size() - 1);
}

std::int64_t ClockBreaks::shift_at(Stream stream, std::int64_t place) const {
    for (auto stretch = stretches_.rbegin(); stretch != stretches_.rend(); ++stretch)
        if (stretch->from[stream] <= place) return stretch->shift;
    return 0;
}

bool ClockBreaks::is_before_jump(Stream stream, std::int64_t place) const {
    return std::ranges::any_of(
        stretches_, [&](const Stretch& stretch) { return stretch.last_before[stream] == place; });
}

}  // namespace mediaedit::internal
