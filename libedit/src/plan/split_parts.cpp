// Splits a video that is longer than a placement allows.
#include "plan/split_parts.hpp"

#include "plan/kept_duration.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// The kept ranges with explicit ends; converts between times of the source and of the result.
class Kept {
public:
    Kept(std::span<const TimeRange> keep, Time all) {
        const TimeRange whole;
        for (const auto& range : keep.empty() ? std::span(&whole, 1) : keep) {
            const auto start = std::max(range.start, Time(0)),
                       end = std::min(range.end.value_or(all), all);
            if (start < end) ranges_.push_back({start, end});
        }
    }

    [[nodiscard]] Time source_time(Time at) const {
        for (const auto& range : ranges_) {
            const auto length = *range.end - range.start;
            if (at < length) return range.start + at;
            at -= length;
        }
        return ranges_.empty() ? Time(0) : *ranges_.back().end;
    }

    /// Converts a time of the source to the result. Absent: it is not kept.
    [[nodiscard]] std::optional<Time> result_time(Time source) const {
        Time before{0};
        for (const auto& range : ranges_) {
            if (range.start <= source && source < *range.end) return before + source - range.start;
            before += *range.end - range.start;
        }
        return {};
    }

    [[nodiscard]] std::vector<TimeRange> between(Time from, Time to) const {
        std::vector<TimeRange> part;
        Time before{0};
        for (const auto& range : ranges_) {
            const auto length = *range.end - range.start;
            const auto begin = std::max(from - before, Time(0)),
                       end = std::min(to - before, length);
            if (begin < end) part.push_back({range.start + begin, range.start + end});
            before += length;
        }
        return part;
    }

private:
    std::vector<TimeRange> ranges_;
};

}  // namespace

bool is_too_long(Time duration, double most_s) {
    return std::chrono::duration<double>(duration - boundary_moves_by).count() > most_s;
}

std::vector<std::vector<TimeRange>> split_parts(std::span<const TimeRange> keep,
                                                const MediaInfo& info, double most_s,
                                                const GoodPlace& good_place) {
    const auto total = kept_duration(keep, info);
    const Kept kept(keep, info.duration.value_or(Time(0)));
    // Both ends of a part may move to the next frame.
    const auto most = std::max(Time(std::llround(most_s * 1e6)) - boundary_moves_by, Time(1));
    const auto count = (total + most - Time(1)) / most;
    std::vector<std::vector<TimeRange>> parts;
    Time begin{0};
    for (auto left = count; left > 1; --left) {
        auto cut = begin + (total - begin) / left;
        const auto good = good_place(kept.source_time(cut));
        const auto at = good ? kept.result_time(*good) : std::nullopt;
        // Not so early that the later parts would be too long, or this one much shorter than they.
        if (at && *at <= cut && *at - begin >= (cut - begin) / 2 &&
            total - *at <= most * (left - 1))
            cut = *at;
        parts.push_back(kept.between(begin, cut));
        begin = cut;
    }
    parts.push_back(kept.between(begin, total));
    // An open last range stays open: the video may be longer than its header says.
    if (!parts.back().empty() && (keep.empty() || !keep.back().end))
        parts.back().back().end.reset();
    return parts;
}

}  // namespace mediaedit::internal
