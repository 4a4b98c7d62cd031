// Setting the frame: the photo is moved and zoomed under it. Beside it: the result for each
// placement.
#include "model/edits.hpp"
#include "view/screens/cover.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"
#include "view/widgets/keyboard.hpp"
#include "view/widgets/stage.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/turning.hpp>

#include <algorithm>
#include <cmath>

namespace sunting {

using namespace mediaedit;

namespace {

/// The placements that a change of the frame applies to.
std::vector<std::string> meant_places(const State& state, const std::string& shown) {
    if (state.frame_scope == FrameScope::shown) return {shown};
    std::vector<std::string> ids;
    for (const auto& placement : placements_of_item(state, state.item)) ids.push_back(placement.id);
    return ids;
}

void frame_as(const State& state, Ui& ui, const std::string& shown, const Framing& framing,
              const std::string& name, const std::string& burst) {
    const auto ids = meant_places(state, shown);
    ui.act(
        Change{name, burst, with_framing(*state.work(), state.item, ids, state.frames, framing)});
}

void show_tools(const State& state, Ui& ui, const Placement& shown, const FrameShape& shape) {
    const auto framing = framing_of(shape);
    const bool whole = is_whole(shape.fit);
    const auto moved = [&](double x, double y, double zoom, const std::string& name) {
        Framing next = framing;
        next.center.x += x * shape.crop.width * 0.08;
        next.center.y += y * shape.crop.height * 0.08;
        next.zoom *= zoom;
        frame_as(state, ui, shown.id, next, name, {});
    };
    const auto zoom_name = tr("zoom photo"), move_name = tr("move photo");
    if (ui.icon_button("zoom.out", tr("Smaller"), icon::minus, !whole && framing.zoom > 1.001))
        moved(0, 0, 1 / 1.15, zoom_name);
    ui.beside(ui.theme.px(46), ui.theme.px(4));
    if (ui.icon_button("zoom.in", tr("Larger"), icon::plus, !whole && framing.zoom < most_zoom))
        moved(0, 0, 1.15, zoom_name);
    const struct {
        const char* id;
        std::string label;
        const char* sign;
        double x, y;
    } arrows[] = {{"move.left", tr("Show more at the left"), icon::left, -1, 0},
                  {"move.right", tr("Show more at the right"), icon::right, 1, 0},
                  {"move.up", tr("Show more at the top"), icon::up, 0, -1},
                  {"move.down", tr("Show more at the bottom"), icon::down, 0, 1}};
    for (const auto& arrow : arrows) {
        ui.beside(ui.theme.px(46), ui.theme.px(&arrow == arrows ? 12.0F : 4.0F));
        if (ui.icon_button(arrow.id, arrow.label, arrow.sign, !whole))
            moved(arrow.x, arrow.y, 1, move_name);
    }
    ui.beside(ui.theme.px(46), ui.theme.px(12));
    if (ui.icon_button("turn", tr("Turn to the right"), icon::redo))
        ui.act(Change{tr("turn photo"), {}, turned_right(*state.work(), state.item)});
    ui.beside(ui.theme.px(46), ui.theme.px(4));
    if (ui.icon_button("mirror", tr("Mirror"), icon::exchange))
        ui.act(Change{tr("mirror photo"), {}, mirrored(*state.work(), state.item)});
    ui.beside(ui.theme.px(46), ui.theme.px(12));
    const auto fit = whole ? tr("Fill the frame") : tr("Show all of it");
    const char* sign = whole ? icon::expand : icon::compress;
    const bool roomy = ui.button_width(fit, true) <= ImGui::GetContentRegionAvail().x;
    if (roomy ? ui.button("fit", fit, sign) : ui.icon_button("fit", fit, sign))
        ui.act(Change{whole ? tr("fill the frame") : tr("show all of it"),
                      {},
                      with_fit(*state.work(), state.item, meant_places(state, shown.id),
                               whole ? Fit::cover : Fit::blur)});
}

/// Faces and other things to hide.
void show_guard(const State& state, Ui& ui) {
    const auto& item = state.post().items[state.item];
    const auto facts = state.facts(item.file);
    show_notes(state, ui, item.file);
    ui.bold(tr("Faces"));
    const auto count = facts && facts->subjects ? facts->subjects->faces.size() : 0;
    if (!facts) ui.muted(tr("Looking for faces…"));
    else if (count > 0)
        ui.text(tr_count("{count} face was found. Did everybody agree to be shown?",
                         "{count} faces were found. Did everybody agree to be shown?", count));
    else ui.muted(tr("No faces were found; the search is never certain, so look yourself."));
    const int pressed = ui.choices("faces", {tr("Keep"), tr("Blur")},
                                   item.faces == FaceChoice::keep   ? 0
                                   : item.faces == FaceChoice::hide ? 1
                                                                    : -1);
    if (pressed >= 0)
        ui.act(Change{pressed == 1 ? tr("blur faces") : tr("keep faces"),
                      {},
                      with_faces(*state.work(), state.item,
                                 pressed == 1 ? FaceChoice::hide : FaceChoice::keep)});
    if (item.faces == FaceChoice::hide && facts && facts->subjects &&
        facts->info.kind == MediaKind::photo) {
        for (std::size_t i = 0; i < facts->subjects->faces.size() && i < 12; ++i) {
            const auto face = as_seen(facts->subjects->faces[i], item.recipe, facts->info.size);
            const bool kept = is_face_kept(*state.work(), state.item, face);
            if (ui.tick("face." + std::to_string(i),
                        tr("Blur face {number}", {{"number", std::to_string(i + 1)}}), !kept))
                ui.act(Change{kept ? tr("blur a face") : tr("keep a face"),
                              {},
                              with_face_kept(*state.work(), state.item, face, !kept)});
        }
    }
    ui.gap(4);
    ui.bold(tr("Other things to hide"));
    ui.muted(tr(
        "Number plates, ID cards, addresses: press the button, then drag over it in the photo."));
    if (ui.button("cover.begin",
                  state.covering ? tr("Now drag over the photo") : tr("Cover a part"), icon::hidden,
                  state.covering ? ButtonKind::main : ButtonKind::normal))
        ui.act(ToggleCovering{});
    if (has_changed("cover.begin", state.covering) && !state.covering && ImGui::GetIO().NavVisible)
        put_ring(ui.widgets().back());
    for (std::size_t i = 0; i < item.recipe.hidden.size(); ++i)
        if (ui.button("unhide." + std::to_string(i),
                      tr("Uncover part {number}", {{"number", std::to_string(i + 1)}}), icon::cross,
                      ButtonKind::quiet))
            ui.act(Change{
                tr("uncover a part"), {}, without_hidden_area(*state.work(), state.item, i)});
}

void show_results(const State& state, Ui& ui) {
    ui.bold(tr("This is what each place shows"));
    const auto all = placements_of_item(state, state.item);
    const auto shown = shown_placement(state);
    if (all.empty()) ui.note(Tone::warning, tr("Choose at least one place below."));
    Grid grid(ImGui::GetContentRegionAvail().x > ui.theme.px(430) ? 3 : 2, ui.theme.px(10));
    const float card = grid.cell_width();
    for (const auto& placement : all) {
        grid.next_cell();
        const auto slot = "card:" + std::to_string(state.item) + ":" + placement.id;
        const auto* answer = state.answer(slot);
        if (ui.card("show." + placement.id, place_words(placement), state.picture(slot),
                    {card, card * 1.15F + ui.theme.px(26)}, shown && placement.id == shown->id, {},
                    answer ? answer->error : std::string()))
            ui.act(ShowPlacement{placement.id});
    }
}

void show_frame_side(const State& state, Ui& ui) {
    show_results(state, ui);
    if (placements_of_item(state, state.item).size() > 1) {
        ui.gap(2);
        const int scope = ui.choices("scope", {tr("Move all together"), tr("Only the chosen one")},
                                     state.frame_scope == FrameScope::all ? 0 : 1);
        if (scope >= 0) ui.act(SetFrameScope{scope == 0 ? FrameScope::all : FrameScope::shown});
    }
    if (ui.button("reset", tr("Set the frame automatically"), icon::undo, ButtonKind::quiet))
        ui.act(Change{tr("reset the frame"), {}, without_framing(*state.work(), state.item)});
    ui.gap(4);
    show_guard(state, ui);
    ui.gap(6);
    ui.bold(tr("For which places?"));
    show_placement_ticks(state, ui);
}

void show_stage(const State& state, Ui& ui, ImVec2 size) {
    const auto shown = shown_placement(state);
    const auto slot = "uncut:" + std::to_string(state.item);
    const auto* answer = state.answer(slot);
    if (answer && !answer->error.empty() && !state.picture(slot)) {
        ui.note(Tone::error, answer->error);
        return;
    }
    if (state.covering) {
        const auto box = ui.picture("whole", state.picture(slot), size);
        if (const auto area = choose_cover(ui, box))
            ui.act(
                Change{tr("cover a part"), {}, with_hidden_area(*state.work(), state.item, *area)});
        return;
    }
    const auto shape = shown ? state.frames.find(shown->id) : state.frames.end();
    if (shape == state.frames.end()) {
        ui.picture("whole", state.picture(slot), size);
        return;
    }
    const auto& place = shape->second;
    const auto framed = is_whole(place.shape.fit)
                            ? state.picture("framed:" + std::to_string(state.item))
                            : SharedPicture{};
    if (const auto framing =
            show_framed(ui, state.picture(slot), framed, place.shape, shown->safe_area, size)) {
        const bool zoomed = std::abs(framing->zoom - framing_of(place.shape).zoom) > 1e-6;
        frame_as(state, ui, shown->id, *framing, zoomed ? tr("zoom photo") : tr("move photo"),
                 "frame:" + std::to_string(state.item));
    }
}

}  // namespace

void show_frame(const State& state, Ui& ui) {
    if (state.item >= state.post().items.size()) return;
    ui.heading(state.work()->task == Task::video
                   ? tr("Move the picture until what matters is inside the frame")
                   : tr("Move the photo until what matters is inside the frame"));
    show_item_row(state, ui);
    const auto tools = [&] {
        const auto shown = shown_placement(state);
        const auto shape = shown ? state.frames.find(shown->id) : state.frames.end();
        if (shape != state.frames.end()) show_tools(state, ui, *shown, shape->second.shape);
    };
    const auto main = [&](ImVec2 size) {
        const float tools_height = ui.theme.px(56);
        show_stage(state, ui, {size.x, size.y - tools_height - ui.theme.px(12)});
        ui.begin_panel("tools", {size.x, tools_height}, false);
        tools();
        ui.end_panel();
    };
    const auto narrow = [&](ImVec2 room) {
        show_stage(state, ui,
                   {ImGui::GetContentRegionAvail().x, std::max(ui.theme.px(180), room.y * 0.75F)});
        tools();
        ui.gap(4);
        show_frame_side(state, ui);
    };
    show_columns(ui, SideColumn{.share = 0.42F,
                                .least = 330,
                                .most = 560,
                                .main = main,
                                .side = [&] { show_frame_side(state, ui); },
                                .narrow = narrow});
}

}  // namespace sunting
