// The time that a frame is on the screen.
#include "plan/screen_time.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// Times are rounded to microseconds, so a frame at 10 frames per second may be 1 us longer.
constexpr Time rounding{1};

}  // namespace

bool is_cut_in_time(const OnScreen& frame) {
    return frame.until - frame.from > longest_whole_frame + rounding;
}

Time cut_in(const OnScreen& frame, Time requested) {
    if (requested <= frame.from) return frame.from;
    if (requested >= frame.until || !is_cut_in_time(frame)) return frame.until;
    if (requested - frame.from < shortest_part) return frame.from;
    return frame.until - requested < shortest_part ? frame.until : requested;
}

std::optional<OnScreen> part_of(const OnScreen& frame, const TimeRange& range) {
    const OnScreen part{cut_in(frame, range.start),
                        range.end ? cut_in(frame, *range.end) : frame.until};
    return part.from < part.until ? std::optional(part) : std::nullopt;
}

bool is_covered(const OnScreen& frame, const std::optional<TimeRange>& when) {
    return !when || (when->start < frame.until && (!when->end || frame.from < *when->end));
}

std::vector<ShownPart> looks_of(const OnScreen& frame, const OnScreen& kept,
                                std::span<const Time> changes) {
    if (!is_cut_in_time(frame)) return {{kept, frame.from}};
    std::vector<Time> edges;
    for (const auto change : changes)
        if (change - kept.from >= shortest_part && kept.until - change >= shortest_part)
            edges.push_back(change);
    edges.push_back(kept.until);
    std::ranges::sort(edges);
    std::vector<ShownPart> looks;
    auto from = kept.from;
    for (std::size_t i = 0; i < edges.size(); ++i) {
        // Of two changes that are too close, keep the later one.
        if (i + 1 < edges.size() && edges[i + 1] - edges[i] < shortest_part) continue;
        looks.push_back({{from, edges[i]}, from + (edges[i] - from) / 2});
        from = edges[i];
    }
    return looks;
}

Time held_until(Time pictures_end, std::optional<Time> audio_end) {
    return audio_end && *audio_end - pictures_end > longest_rest ? *audio_end : pictures_end;
}

}  // namespace mediaedit::internal
