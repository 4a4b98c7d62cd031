// Finds the parts of a video that a recipe changes.
#include "plan/changed_parts.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace mediaedit::internal {
namespace {

std::optional<TimeRange> when_of(const Overlay& overlay) {
    return std::visit([](const auto& one) { return one.when; }, overlay);
}

/// The time of all frames that are on the screen during `range`.
TimeRange whole_frames(const TimeRange& range, const ScreenAt& screen_at) {
    TimeRange whole{screen_at(range.start).from, range.end};
    if (!range.end) return whole;
    const auto last = screen_at(*range.end);
    if (last.from < *range.end) whole.end = last.until;
    return whole;
}

std::vector<TimeRange> changes(const Recipe& recipe, const ScreenAt& screen_at) {
    std::vector<TimeRange> all;
    for (const auto& overlay : recipe.overlays)
        if (const auto when = when_of(overlay)) all.push_back(*when);
    for (const auto& area : recipe.hidden)
        if (area.when) all.push_back(whole_frames(*area.when, screen_at));
    return all;
}

bool overlap(const TimeRange& one, const TimeRange& other) {
    return (!other.end || one.start < *other.end) && (!one.end || other.start < *one.end);
}

}  // namespace

bool changes_only_parts(const Recipe& recipe, const MediaInfo& info) {
    Recipe rest = recipe;
    rest.keep.clear();
    rest.audio = {};  // audio is made separately
    rest.placements.clear();
    rest.focus.reset();
    if (rest.crop == Area{}) rest.crop.reset();
    if (rest.canvas && rest.canvas->size == info.size &&
        rest.canvas->picture_area.value_or(Area{}) == Area{})
        rest.canvas.reset();
    if (std::ranges::any_of(rest.overlays,
                            [](const Overlay& overlay) { return !when_of(overlay); }))
        return false;
    if (std::ranges::any_of(rest.hidden, [](const HiddenArea& area) { return !area.when; }))
        return false;
    rest.overlays.clear();
    rest.hidden.clear();
    if (!rest.hide_faces) rest.keep_faces.clear();
    return rest == Recipe{};
}

std::vector<Time> overlay_changes(const Recipe& recipe) {
    std::vector<Time> changes;
    for (const auto& overlay : recipe.overlays) {
        const auto when = when_of(overlay);
        if (when) changes.push_back(when->start);
        if (when && when->end) changes.push_back(*when->end);
    }
    return changes;
}

std::vector<Part> changed_parts(const Recipe& recipe, const ScreenAt& screen_at) {
    const auto changed = changes(recipe, screen_at);
    auto keep = recipe.keep;
    if (keep.empty()) keep.emplace_back();
    std::vector<Part> parts;
    for (const auto& range : keep) {
        std::vector<Time> cuts{range.start};
        for (const auto& change : changed) {
            if (range.contains(change.start)) cuts.push_back(change.start);
            if (change.end && range.contains(*change.end)) cuts.push_back(*change.end);
        }
        std::ranges::sort(cuts);
        // Of two times that containers cannot tell apart, keep the earlier one.
        std::vector<Time> distinct;
        for (const auto cut : cuts)
            if (distinct.empty() || cut - distinct.back() >= shortest_part) distinct.push_back(cut);
        cuts = std::move(distinct);
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const auto end = i + 1 < cuts.size() ? std::optional(cuts[i + 1]) : range.end;
            const TimeRange part{cuts[i], end};
            const bool is_changed = std::ranges::any_of(
                changed, [&](const TimeRange& change) { return overlap(part, change); });
            if (!parts.empty() && parts.back().is_changed == is_changed &&
                parts.back().range.end == cuts[i] && i > 0)
                parts.back().range.end = end;
            else parts.push_back({part, is_changed});
        }
    }
    return parts;
}

}  // namespace mediaedit::internal
