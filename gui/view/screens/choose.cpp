// Choosing photos or a clip: folders at the side, large thumbnails, newest first.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <cmath>
#include <set>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

std::string name_of(const SourceFolder& place) {
    switch (place.kind) {
        case SourceFolder::Kind::newest: return tr("Newest");
        case SourceFolder::Kind::pictures: return tr("Pictures");
        case SourceFolder::Kind::videos: return tr("Videos");
        case SourceFolder::Kind::downloads: return tr("Downloads");
        case SourceFolder::Kind::desktop: return tr("Desktop");
        case SourceFolder::Kind::device: return place.folder.filename().string();
        case SourceFolder::Kind::home: return tr("Home folder");
        case SourceFolder::Kind::folder: return place.folder.filename().string();
    }
    return {};
}

const char* sign_of(const SourceFolder& place) {
    switch (place.kind) {
        case SourceFolder::Kind::newest: return icon::clock;
        case SourceFolder::Kind::pictures: return icon::picture;
        case SourceFolder::Kind::videos: return icon::film;
        case SourceFolder::Kind::downloads: return icon::download;
        case SourceFolder::Kind::desktop: return icon::computer;
        case SourceFolder::Kind::device: return icon::phone;
        case SourceFolder::Kind::home: return icon::home;
        case SourceFolder::Kind::folder: return icon::folder;
    }
    return icon::folder;
}

void show_places(const State& state, Ui& ui) {
    for (std::size_t i = 0; i < state.picker.places.size(); ++i) {
        const auto& place = state.picker.places[i];
        const bool here = place == state.picker.place;
        const auto width = ImGui::GetContentRegionAvail().x;
        if (ui.button("place." + std::to_string(i), name_of(place), sign_of(place),
                      here ? ButtonKind::main : ButtonKind::normal, true, width))
            ui.act(ShowPlace{place});
    }
    ui.gap(4);
    if (ui.button("elsewhere", tr("Look in another folder"), icon::folder, ButtonKind::quiet, true,
                  ImGui::GetContentRegionAvail().x))
        ui.act(BrowseElsewhere{});
}

void show_files(const State& state, Ui& ui) {
    const auto* answer = state.answer("listing");
    const auto listing = state.known<Listing>("listing");
    if (answer && !answer->error.empty()) ui.note(Tone::error, answer->error);
    if (!listing) {
        if (!answer) ui.muted(tr("Looking…"));
        return;
    }
    if (!listing->folders.empty()) {
        float used = 0;
        for (const auto& folder : listing->folders) {
            const auto name = folder.filename().string();
            const float width = std::min(ui.button_width(name, true), ui.theme.px(300));
            if (used > 0 && used + width < ImGui::GetContentRegionAvail().x) ImGui::SameLine();
            else used = 0;
            used += width + ui.theme.px(12);
            if (ui.button("folder." + folder.string(), name, icon::folder, ButtonKind::normal, true,
                          width))
                ui.act(ShowPlace{{SourceFolder::Kind::folder, folder}});
        }
        ui.gap(2);
    }
    if (listing->files.empty()) {
        ui.note(Tone::hint, state.work()->task == Task::video
                                ? tr("No videos here. Connect the phone by cable and allow files "
                                     "to be moved, or choose another place.")
                                : tr("No photos here. Connect the phone by cable and allow files "
                                     "to be moved, or choose another place."));
        return;
    }
    Grid grid(ui.theme.px(176), 1, ui.theme.px(10));
    const float card = grid.cell_width();
    std::set<std::string> names;
    for (const auto& found : listing->files) {
        grid.next_cell();
        const auto& items = state.post().items;
        const auto chosen = std::ranges::find(items, found.file, &PostItem::file);
        const auto slot = "thumb:" + found.file.string();
        const auto* thumb = state.answer(slot);
        const auto badge = chosen != items.end() && state.work()->task == Task::many
                               ? std::to_string(chosen - items.begin() + 1)
                               : std::string();
        // Cameras number files from 1 in each folder, so names can repeat.
        const auto name = found.file.filename().string(),
                   id = names.insert(name).second ? "file." + name : "file." + found.file.string();
        if (ui.card(id, found.file.filename().string(), state.picture(slot),
                    {card, card * 0.8F + ui.theme.px(26)}, chosen != items.end(), badge,
                    thumb ? thumb->error : std::string()))
            ui.act(ToggleFile{found.file});
    }
    if (listing->more)
        ui.note(
            Tone::hint,
            tr("Only the newest are shown; older ones are found by \"Look in another folder\"."));
}

/// Facts about the chosen photo or clip, and warnings.
void show_chosen(const State& state, Ui& ui) {
    const auto& items = state.post().items;
    if (items.empty()) return;
    if (state.work()->task == Task::many) {
        for (const auto& item : items) show_notes(state, ui, item.file);
        ui.note(Tone::good,
                tr_count("{count} photo chosen; press again to take it out.",
                         "{count} photos chosen; the numbers are their order.", items.size()));
        return;
    }
    const auto& file = items.front().file;
    const auto* answer = state.answer("facts:" + file.string());
    if (answer && !answer->error.empty()) {
        ui.note(Tone::error, answer->error);
        return;
    }
    const auto facts = state.facts(file);
    if (!facts) return;
    const auto& info = facts->info;
    show_notes(state, ui, file);
    const auto size = std::to_string(info.size.width) + " × " + std::to_string(info.size.height);
    const auto tone = info.notes.empty() ? Tone::good : Tone::hint;
    if (info.kind == MediaKind::video)
        ui.note(tone, tr("Chosen: {file}, {time} long.",
                         {{"file", file.filename().string()},
                          {"time", time_words(info.duration.value_or(Time(0)), false)}}));
    else if (std::min(info.size.width, info.size.height) < 900)
        ui.note(Tone::warning, tr("Chosen: {file}. It is small ({size}), so the result may look "
                                  "blurred; a photo straight from the phone is better.",
                                  {{"file", file.filename().string()}, {"size", size}}));
    else
        ui.note(tone, tr("Chosen: {file}, {size}.",
                         {{"file", file.filename().string()}, {"size", size}}));
}

}  // namespace

void show_choose(const State& state, Ui& ui) {
    switch (state.work()->task) {
        case Task::video: ui.heading(tr("Which video do you want to use?")); break;
        case Task::many: ui.heading(tr("Which photos do you want to use?")); break;
        default: ui.heading(tr("Which photo do you want to use?")); break;
    }
    const auto room = ImGui::GetContentRegionAvail();
    std::size_t noted = 0;
    for (const auto& item : state.post().items)
        if (const auto facts = state.facts(item.file)) noted += facts->info.notes.size();
    const float below =
        state.post().items.empty()
            ? 0
            : ui.theme.px(40 + 26 * static_cast<float>(std::min<std::size_t>(noted, 4)));
    if (is_wide(ui)) {
        ui.begin_panel("places", {ui.theme.px(220), room.y - below}, false);
        show_places(state, ui);
        ui.end_panel();
        ImGui::SameLine(0, ui.theme.px(16));
        ui.begin_panel("files", {0, room.y - below}, false);
        show_files(state, ui);
        ui.end_panel();
    } else {
        ui.begin_panel("files", {0, room.y - below}, false);
        show_places(state, ui);
        show_files(state, ui);
        ui.end_panel();
    }
    show_chosen(state, ui);
}

}  // namespace sunting
