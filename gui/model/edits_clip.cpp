// Edits of a work: which parts of a clip are kept, and its sound.
#include "model/edits.hpp"

#include <algorithm>
#include <utility>

namespace sunting {

using namespace mediaedit;

namespace {

/// `parts` have ends. `keep` stays empty when they are the whole clip.
Work with_parts(Work work, std::size_t item, std::vector<TimeRange> parts, Time duration) {
    const bool all =
        parts.size() == 1 && parts.front().start <= Time(0) && *parts.front().end >= duration;
    work.post.items[item].recipe.keep = all ? std::vector<TimeRange>{} : std::move(parts);
    return work;
}

}  // namespace

std::vector<TimeRange> kept_parts(const Work& work, std::size_t item, Time duration) {
    std::vector<TimeRange> parts =
        has_item(work, item) ? work.post.items[item].recipe.keep : std::vector<TimeRange>{};
    if (parts.empty()) parts.push_back({Time(0), duration});
    for (auto& part : parts)
        if (!part.end) part.end = duration;
    return parts;
}

Work with_part_start(Work work, std::size_t item, std::size_t part, Time start, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto earliest = part == 0 ? Time(0) : *parts[part - 1].end;
    const auto latest = std::max(earliest, *parts[part].end - least_part);
    parts[part].start = std::clamp(start, earliest, latest);
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_part_end(Work work, std::size_t item, std::size_t part, Time end, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto latest = part + 1 == parts.size() ? duration : parts[part + 1].start;
    const auto earliest = std::min(latest, parts[part].start + least_part);
    parts[part].end = std::clamp(end, earliest, latest);
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_middle_removed(Work work, std::size_t item, std::size_t part, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part >= parts.size()) return work;
    const auto start = parts[part].start, end = *parts[part].end;
    if (end - start < 3 * least_part) return work;
    parts[part].end = start + (end - start) / 3;
    parts.insert(parts.begin() + static_cast<std::ptrdiff_t>(part) + 1,
                 {end - (end - start) / 3, end});
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_gap_closed(Work work, std::size_t item, std::size_t part, Time duration) {
    auto parts = kept_parts(work, item, duration);
    if (!has_item(work, item) || part == 0 || part >= parts.size()) return work;
    parts[part - 1].end = parts[part].end;
    parts.erase(parts.begin() + static_cast<std::ptrdiff_t>(part));
    return with_parts(std::move(work), item, std::move(parts), duration);
}

Work with_audio(Work work, std::size_t item, Audio::Kind kind) {
    if (has_item(work, item)) work.post.items[item].recipe.audio.kind = kind;
    return work;
}

Time kept_length(const Work& work, std::size_t item, Time duration) {
    Time length{0};
    for (const auto& part : kept_parts(work, item, duration)) length += *part.end - part.start;
    return length;
}

}  // namespace sunting
