// Queries of the state.
#include "model/state.hpp"

#include "model/edits.hpp"

#include <algorithm>
#include <cstdlib>

namespace sunting {

using namespace mediaedit;

std::optional<std::chrono::year_month_day> day_taken(const State& state) {
    if (!state.work()) return {};
    for (const auto& item : state.post().items) {
        const auto facts = state.facts(item.file);
        if (!facts || !facts->info.taken_at || facts->info.taken_at->size() < 10) continue;
        const auto number = [&](std::size_t from, std::size_t count) {
            return std::atoi(facts->info.taken_at->substr(from, count).c_str());
        };
        const std::chrono::year_month_day day{
            std::chrono::year(number(0, 4)),
            std::chrono::month(static_cast<unsigned>(number(5, 2))),
            std::chrono::day(static_cast<unsigned>(number(8, 2)))};
        if (day.ok()) return day;
    }
    return {};
}

std::vector<Placement> placements_of_item(const State& state, std::size_t item) {
    std::vector<Placement> found;
    if (!state.work() || item >= state.post().items.size()) return found;
    const auto facts = state.facts(state.post().items[item].file);
    for (const auto& id : state.post().placements) {
        auto placement = find_placement(id);
        if (!placement) continue;
        const auto kind = facts                               ? facts->info.kind
                          : state.work()->task == Task::video ? MediaKind::video
                                                              : MediaKind::photo;
        if (std::ranges::find(placement->kinds, kind) != placement->kinds.end())
            found.push_back(std::move(*placement));
    }
    return found;
}

std::optional<Placement> shown_placement(const State& state) {
    auto all = placements_of_item(state, state.item);
    if (all.empty()) return {};
    const auto chosen = std::ranges::find(all, state.placement, &Placement::id);
    return chosen == all.end() ? all.front() : *chosen;
}

bool can_go_to(const State& state, Step step) {
    if (!state.work()) return false;
    const auto steps = steps_of(state.work()->task);
    if (std::ranges::find(steps, step) == steps.end()) return false;
    if (step == Step::choose || state.work()->task == Task::caption) return true;
    if (state.post().items.empty()) return false;
    // A file that cannot be opened cannot be framed. Among several items the others continue.
    if (state.work()->task == Task::many) return true;
    const auto* answer = state.answer("facts:" + state.post().items.front().file.string());
    return !answer || answer->error.empty();
}

}  // namespace sunting
