// Text and logo: a template, shown with this photo, and its text; or a free text that is dragged to
// its place.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/screens/words_parts.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/post_template.hpp>

#include <algorithm>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

void show_templates(const State& state, Ui& ui) {
    if (!state.choosing_look) {
        const auto chosen = find_template(state.post().template_id);
        ui.bold(tr("Look: {name}",
                   {{"name",
                     chosen && !state.post().template_id.empty() ? chosen->name : tr("Without")}}));
        ImGui::SameLine(0, ui.theme.px(14));
        ImGui::SetCursorPosY(ImGui::GetCursorPosY() - ui.theme.px(9));
        if (ui.button("looks", tr("Choose another look"), icon::picture, ButtonKind::normal))
            ui.act(ChooseLook{});
        return;
    }
    ui.bold(tr("Choose a look"));
    Grid grid(ui.theme.px(118), 2, ui.theme.px(8));
    const ImVec2 size{grid.cell_width(), grid.cell_width() * 1.15F + ui.theme.px(24)};
    const auto kind = state.work()->task == Task::video ? MediaKind::video : MediaKind::photo;
    grid.next_cell();
    if (ui.card("template.none", tr("Without"), state.picture("template:"), size,
                state.post().template_id.empty())) {
        ui.act(Change{tr("choose a look"), {}, with_template(*state.work(), {})});
        ui.act(LookChosen{});
    }
    for (const auto& known : templates()) {
        if (std::ranges::find(known.kinds, kind) == known.kinds.end()) continue;
        const auto& items = state.post().items;
        if (known.min_photos > static_cast<int>(1 + items[state.item].more_photos.size())) continue;
        grid.next_cell();
        const auto* answer = state.answer("template:" + known.id);
        if (ui.card("template." + known.id, known.name, state.picture("template:" + known.id), size,
                    state.post().template_id == known.id, {},
                    answer ? answer->error : std::string())) {
            ui.act(Change{tr("choose a look"), {}, with_template(*state.work(), known.id)});
            ui.act(LookChosen{});
        }
    }
}

void show_template_words(const State& state, Ui& ui, const PostTemplate& chosen) {
    ui.muted(chosen.about);
    for (const auto& place : chosen.places) {
        if (place.id == "logo") continue;
        const auto known = state.post().words.find(place.id);
        std::string word = known == state.post().words.end() ? std::string() : known->second;
        const auto hint = !place.default_text.empty() ? place.default_text : place.hint;
        if (ui.field("word." + place.id, place.label, word, hint, place.max_chars))
            ui.act(Change{tr("change text"), "word." + place.id,
                          with_word(*state.work(), place.id, word)});
    }
    ui.muted(
        tr("What is left empty is left out, or comes from the answers about the activity in the "
           "next step."));
}

void show_words_side(const State& state, Ui& ui) {
    show_templates(state, ui);
    ui.gap(4);
    if (state.post().template_id.empty()) show_free_words(state, ui);
    else if (const auto chosen = find_template(state.post().template_id))
        show_template_words(state, ui, *chosen);
}

}  // namespace

void show_words(const State& state, Ui& ui) {
    if (state.item >= state.post().items.size()) return;
    ui.heading(tr("Add words and the village's logo, if you like"));
    show_item_row(state, ui);
    const auto shown = shown_placement(state);
    if (!shown) {
        ui.note(Tone::warning, tr("No place is chosen that takes this; go back and choose one."));
        return;
    }
    const auto main = [&](ImVec2 size) {
        ImGui::BeginChild("preview", size, false, ImGuiWindowFlags_NavFlattened);
        show_placement_row(state, ui);
        show_preview(state, ui, *shown,
                     {size.x, ImGui::GetContentRegionAvail().y - ui.theme.px(4)});
        ImGui::EndChild();
    };
    const auto narrow = [&](ImVec2 room) {
        show_placement_row(state, ui);
        show_preview(
            state, ui, *shown,
            {ImGui::GetContentRegionAvail().x, std::max(ui.theme.px(200), room.y * 0.75F)});
        show_words_side(state, ui);
    };
    show_columns(ui, SideColumn{.share = 0.46F,
                                .least = 360,
                                .most = 640,
                                .main = main,
                                .side = [&] { show_words_side(state, ui); },
                                .narrow = narrow});
}

}  // namespace sunting
