// What several screens share.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace sunting {

using namespace mediaedit;

std::string step_name(Step step) {
    switch (step) {
        case Step::choose: return tr("Choose");
        case Step::trim: return tr("Trim length");
        case Step::frame: return tr("Set the frame");
        case Step::words: return tr("Text & logo");
        case Step::caption: return tr("Caption");
        case Step::save: return tr("Save");
    }
    return {};
}

std::string place_words(const Placement& placement) {
    return placement.platform + " · " + placement.name;
}

namespace {

/// A number with the decimal sign of the language.
std::string decimal(double value, int places) {
    char text[32];
    std::snprintf(text, sizeof text, "%.*f", places, value);
    std::string words = text;
    // Translators: the sign between whole and tenths, as in 1.5
    std::ranges::replace(words, '.', tr("decimal sign: .").back());
    return words;
}

}  // namespace

std::string time_words(Time time, bool tenths) {
    const auto all = std::max<std::int64_t>(0, (time.count() + 50'000) / 100'000);
    const auto minutes = all / 600, seconds = all / 10 % 60;
    char text[32];
    std::snprintf(text, sizeof text, "%lld:%02lld", static_cast<long long>(minutes),
                  static_cast<long long>(seconds));
    std::string words = text;
    if (tenths) words += tr("decimal sign: .").back() + std::to_string(all % 10);
    return words;
}

std::string size_words(double bytes) {
    if (bytes < 1e6)
        return std::to_string(static_cast<int>(std::max(1.0, std::round(bytes / 1e3)))) + " KB";
    return decimal(bytes / 1e6, bytes < 1e7 ? 1 : 0) + " MB";
}

std::string duration_words(double seconds) {
    if (seconds < 8) return tr("a few seconds");
    if (seconds < 55)
        return tr("about {count} seconds",
                  {{"count", std::to_string(static_cast<int>(std::ceil(seconds / 10) * 10))}});
    const auto minutes = static_cast<unsigned long>(std::lround(seconds / 60));
    return tr_count("about {count} minute", "about {count} minutes", std::max(1UL, minutes));
}

Tone tone_of(Severity severity) {
    switch (severity) {
        case Severity::error: return Tone::error;
        case Severity::warning: return Tone::warning;
        case Severity::ask:
        case Severity::hint: return Tone::hint;
    }
    return Tone::hint;
}

void show_notes(const State& state, Ui& ui, const std::filesystem::path& file) {
    if (const auto facts = state.facts(file))
        for (const auto& note : facts->info.notes) ui.note(Tone::warning, note.message);
}

void show_item_row(const State& state, Ui& ui) {
    if (!state.work() || state.work()->task != Task::many) return;
    const auto& items = state.post().items;
    if (items.size() < 2) return;
    const bool orders = state.step == Step::frame;
    ui.begin_panel(
        "items",
        {orders ? ImGui::GetContentRegionAvail().x - ui.theme.px(300) : 0, ui.theme.px(94)}, false);
    const auto columns = static_cast<std::size_t>(
        std::max(1.0F, (ImGui::GetContentRegionAvail().x + ui.theme.px(8)) / ui.theme.px(112)));
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (i % columns > 0) ImGui::SameLine(0, ui.theme.px(8));
        if (ui.card("item." + std::to_string(i), {},
                    state.picture("thumb:" + items[i].file.string()), ui.theme.px(104, 88),
                    i == state.item, std::to_string(i + 1)))
            ui.act(ShowItem{i});
        if (ImGui::BeginDragDropSource()) {
            ImGui::SetDragDropPayload("item", &i, sizeof i);
            ui.picture("item.dragged", state.picture("thumb:" + items[i].file.string()),
                       ui.theme.px(96, 72));
            ImGui::EndDragDropSource();
        }
        if (ImGui::BeginDragDropTarget()) {
            if (const auto* dropped = ImGui::AcceptDragDropPayload("item")) {
                ui.act(Change{tr("change the order"),
                              {},
                              with_item_at(*state.work(),
                                           *static_cast<const std::size_t*>(dropped->Data), i)});
                ui.act(ShowItem{i});
            }
            ImGui::EndDragDropTarget();
        }
    }
    ui.end_panel();
    if (!orders) return;
    ImGui::SameLine(0, ui.theme.px(12));
    ImGui::BeginGroup();
    ui.gap(12);
    if (ui.icon_button("item.earlier", tr("Earlier in the post"), icon::left, state.item > 0)) {
        ui.act(Change{tr("change the order"), {}, with_item_moved(*state.work(), state.item, -1)});
        ui.act(ShowItem{state.item - 1});
    }
    ImGui::SameLine(0, ui.theme.px(6));
    if (ui.icon_button("item.later", tr("Later in the post"), icon::right,
                       state.item + 1 < items.size())) {
        ui.act(Change{tr("change the order"), {}, with_item_moved(*state.work(), state.item, 1)});
        ui.act(ShowItem{state.item + 1});
    }
    ImGui::SameLine(0, ui.theme.px(6));
    if (ui.icon_button("item.remove", tr("Take this photo out"), icon::trash))
        ui.act(Change{tr("take out photo"), {}, without_item(*state.work(), state.item)});
    ImGui::SameLine(0, ui.theme.px(12));
    ImGui::AlignTextToFramePadding();
    ui.text(tr("{number} of {count}", {{"number", std::to_string(state.item + 1)},
                                       {"count", std::to_string(items.size())}}));
    ImGui::EndGroup();
}

void show_placement_row(const State& state, Ui& ui) {
    const auto all = placements_of_item(state, state.item);
    const auto shown = shown_placement(state);
    std::vector<std::string> labels;
    int chosen = -1;
    for (const auto& placement : all) {
        if (shown && placement.id == shown->id) chosen = static_cast<int>(labels.size());
        labels.push_back(place_words(placement));
    }
    const int pressed = ui.choices("places", labels, chosen);
    if (pressed >= 0) ui.act(ShowPlacement{all[static_cast<std::size_t>(pressed)].id});
}

void show_placement_ticks(const State& state, Ui& ui) {
    const auto task = state.work()->task;
    const auto kind = task == Task::video ? MediaKind::video : MediaKind::photo;
    std::string platform;
    for (const auto& placement : placements()) {
        if (task != Task::caption &&
            std::ranges::find(placement.kinds, kind) == placement.kinds.end())
            continue;
        if (task == Task::caption && !placement.caption_max_chars) continue;
        if (placement.platform != platform) {
            platform = placement.platform;
            ui.gap(2);
            ui.bold(platform);
        }
        const bool on = std::ranges::find(state.post().placements, placement.id) !=
                        state.post().placements.end();
        if (ui.tick("place." + placement.id, placement.name, on))
            ui.act(Change{on ? tr("leave out a place") : tr("add a place"),
                          {},
                          with_placement(*state.work(), placement.id, !on)});
    }
}

}  // namespace sunting
