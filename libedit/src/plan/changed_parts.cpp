// Which parts of a video a recipe changes.
#include "plan/changed_parts.hpp"

#include <algorithm>
#include <optional>
#include <variant>

namespace mediaedit::internal {
namespace {

std::optional<TimeRange> when_of(const Overlay& overlay) {
    return std::visit([](const auto& one) { return one.when; }, overlay);
}

std::vector<TimeRange> changes(const Recipe& recipe) {
    std::vector<TimeRange> all;
    for (const auto& overlay : recipe.overlays)
        if (const auto when = when_of(overlay)) all.push_back(*when);
    for (const auto& area : recipe.hidden)
        if (area.when) all.push_back(*area.when);
    return all;
}

bool lies_in(Time time, const TimeRange& range) { return range.start <= time && (!range.end || time < *range.end); }

}  // namespace

bool changes_only_parts(const Recipe& recipe, const MediaInfo& info) {
    Recipe rest = recipe;
    rest.keep.clear();
    rest.sound = {};  // made beside the pictures
    rest.placements.clear();
    rest.focus.reset();
    if (rest.crop == Area{}) rest.crop.reset();
    if (rest.canvas && rest.canvas->size == info.size && rest.canvas->picture_area.value_or(Area{}) == Area{}) rest.canvas.reset();
    if (std::ranges::any_of(rest.overlays, [](const Overlay& overlay) { return !when_of(overlay); })) return false;
    if (std::ranges::any_of(rest.hidden, [](const HiddenArea& area) { return !area.when; })) return false;
    rest.overlays.clear();
    rest.hidden.clear();
    if (!rest.hide_faces) rest.keep_faces.clear();
    return rest == Recipe{};
}

std::vector<Part> changed_parts(const Recipe& recipe) {
    const auto changed = changes(recipe);
    auto keep = recipe.keep;
    if (keep.empty()) keep.emplace_back();
    std::vector<Part> parts;
    for (const auto& range : keep) {
        std::vector<Time> cuts{range.start};
        for (const auto& change : changed) {
            if (lies_in(change.start, range)) cuts.push_back(change.start);
            if (change.end && lies_in(*change.end, range)) cuts.push_back(*change.end);
        }
        std::ranges::sort(cuts);
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const auto end = i + 1 < cuts.size() ? std::optional(cuts[i + 1]) : range.end;
            const bool is_changed = std::ranges::any_of(changed, [&](const TimeRange& change) { return lies_in(cuts[i], change); });
            if (!parts.empty() && parts.back().is_changed == is_changed && parts.back().range.end == cuts[i] && i > 0) parts.back().range.end = end;
            else parts.push_back({{cuts[i], end}, is_changed});
        }
    }
    return parts;
}

}  // namespace mediaedit::internal
