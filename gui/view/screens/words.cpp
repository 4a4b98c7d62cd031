// Text and logo: a template with this very photo, its words; or free words that are dragged where
// they shall stand.
#include "model/edits.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/icons.hpp"
#include "view/widgets/stage.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/post_template.hpp>
#include <mediaedit/text.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace sunting {

using namespace mediaedit;

namespace {

Canvas canvas_of(const Placement& placement) {
    Canvas canvas;
    canvas.size = placement.size;
    canvas.safe_area = placement.safe_area;
    return canvas;
}

/// Where an anchor puts things, in thirds: 0 1 2.
std::array<int, 2> thirds_of(Anchor anchor) {
    return {static_cast<int>(anchor) % 3, static_cast<int>(anchor) / 3};
}

/// The text dragged by so many fractions of the result. Near a third of the safe area it snaps
/// there.
TextOverlay moved(TextOverlay text, const Canvas& canvas, Point middle) {
    const auto& safe = canvas.safe_area;
    const double left = safe.left, top = safe.top, width = 1 - safe.left - safe.right,
                 height = 1 - safe.top - safe.bottom;
    const auto third = [](double at, double from, double extent) {
        return std::clamp(static_cast<int>((at - from) / extent * 3), 0, 2);
    };
    const int column = third(middle.x, left, width), row = third(middle.y, top, height);
    text.anchor = static_cast<Anchor>(row * 3 + column);
    text.offset = {0, 0};
    const auto standing = measure_text(text, canvas);
    if (!standing) return text;
    const auto& box = standing->box;
    const double x = middle.x - (box.x + box.width / 2.0) / canvas.size.width,
                 y = middle.y - (box.y + box.height / 2.0) / canvas.size.height;
    constexpr double snap = 0.03;
    if (std::abs(x) >= snap) text.offset.x = x;
    if (std::abs(y) >= snap) text.offset.y = y;
    // Not beyond the safe area: there the platform lays its own things over it.
    const double w = static_cast<double>(box.width) / canvas.size.width,
                 h = static_cast<double>(box.height) / canvas.size.height;
    const double bx = static_cast<double>(box.x) / canvas.size.width,
                 by = static_cast<double>(box.y) / canvas.size.height;
    text.offset.x =
        std::clamp(text.offset.x, std::min(0.0, left - bx), std::max(0.0, left + width - bx - w));
    text.offset.y =
        std::clamp(text.offset.y, std::min(0.0, top - by), std::max(0.0, top + height - by - h));
    return text;
}

void show_preview(const State& state, Ui& ui, const Placement& shown, ImVec2 size) {
    const auto* answer = state.answer("shown");
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              color(ui.theme.colors.stage), ui.theme.px(10));
    const float inset = ui.theme.px(10);
    ImGui::SetCursorScreenPos({at.x + inset, at.y + inset});
    const auto result =
        ui.picture("shown", state.picture("shown"), {size.x - 2 * inset, size.y - 2 * inset},
                   answer ? answer->error : std::string());
    const auto text = text_of(*state.work(), state.item);
    if (state.post().template_id.empty() && text && state.picture("shown")) {
        const auto canvas = canvas_of(shown);
        const auto standing = measure_text(*text, canvas);
        if (standing) {
            const auto& box = standing->box;
            const float scale_x = result.width() / static_cast<float>(canvas.size.width),
                        scale_y = result.height() / static_cast<float>(canvas.size.height);
            const Box place{result.left + static_cast<float>(box.x) * scale_x,
                            result.top + static_cast<float>(box.y) * scale_y,
                            result.left + static_cast<float>(box.x + box.width) * scale_x,
                            result.top + static_cast<float>(box.y + box.height) * scale_y};
            ImGui::SetCursorScreenPos({place.left, place.top});
            ImGui::InvisibleButton("text",
                                   {std::max(8.0F, place.width()), std::max(8.0F, place.height())});
            ui.record(Widget::Kind::area, "text.drag", tr("Drag the text"), place);
            if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
                ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
                draw_double_line(*ImGui::GetWindowDrawList(), ui.theme, place, ui.theme.px(4));
                draw_safe_area(ui, result, shown.safe_area);
            }
            static ImVec2 held_at;
            if (ImGui::IsItemActivated())
                held_at = {place.middle().x - ImGui::GetIO().MousePos.x,
                           place.middle().y - ImGui::GetIO().MousePos.y};
            if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
                const Point middle{
                    (ImGui::GetIO().MousePos.x + held_at.x - result.left) / result.width(),
                    (ImGui::GetIO().MousePos.y + held_at.y - result.top) / result.height()};
                ui.act(Change{tr("move text"), "text.drag",
                              with_text(*state.work(), state.item, moved(*text, canvas, middle))});
            }
            if (ImGui::IsItemDeactivated()) ui.act(EndBurst{});
        }
    }
    ImGui::SetCursorScreenPos({at.x, at.y + size.y});
    ImGui::Dummy({size.x, 1});
}

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
        const auto hint = !place.standard.empty() ? place.standard : place.hint;
        if (ui.field("word." + place.id, place.label, word, hint, place.max_chars))
            ui.act(Change{tr("change text"), "word." + place.id,
                          with_word(*state.work(), place.id, word)});
    }
    ui.muted(
        tr("What is left empty is left out, or comes from the answers about the activity in the "
           "next step."));
}

/// When the words are seen: the usual wishes, in time of the kept clip.
template <class Changed>
void show_when(const State& state, Ui& ui, TextOverlay text, const Changed& changed) {
    const auto facts = state.facts(state.post().items[state.item].file);
    if (!facts) return;
    const auto parts =
        kept_parts(*state.work(), state.item, facts->info.duration.value_or(Time(0)));
    const auto start = parts.front().start, end = *parts.back().end;
    constexpr Time some{4'000'000};
    const std::optional<TimeRange> wishes[] = {std::nullopt,
                                               TimeRange{start, std::min(end, start + some)},
                                               TimeRange{std::max(start, end - some), end}};
    ui.text(tr("When"));
    const int when =
        ui.choices("text.when", {tr("All the time"), tr("First 4 seconds"), tr("Last 4 seconds")},
                   static_cast<int>(std::ranges::find(wishes, text.when) - std::begin(wishes)));
    if (when < 0) return;
    text.when = wishes[when];
    changed(text, tr("change when the text is seen"));
}

void show_free_words(const State& state, Ui& ui) {
    auto text = text_of(*state.work(), state.item).value_or(TextOverlay{});
    const auto changed = [&](const TextOverlay& next, const std::string& name,
                             const std::string& burst = {}) {
        ui.act(Change{name, burst, with_text(*state.work(), state.item, next)});
    };
    if (ui.lines("text", tr("Words on the picture"), text.text, ui.theme.px(86),
                 tr("For example: Posyandu Melati, 12 May")))
        changed(text, tr("change text"), "text");
    if (text.text.empty()) ui.muted(tr("Short is best: a few words that say what it is about."));
    else {
        ui.text(tr("Where"));
        ui.muted(tr("Drag the text in the picture, or choose a place here."));
        const std::string names[] = {tr("top left"),    tr("top"),    tr("top right"),
                                     tr("left"),        tr("middle"), tr("right"),
                                     tr("bottom left"), tr("bottom"), tr("bottom right")};
        for (int i = 0; i < 9; ++i) {
            if (i % 3 > 0) ImGui::SameLine(0, ui.theme.px(6));
            const bool here =
                thirds_of(text.anchor) == std::array{i % 3, i / 3} && text.offset == Point{0, 0};
            // The sign shows where, the words say it.
            if (ui.icon_button("anchor." + std::to_string(i), names[i],
                               here ? icon::dot_ring : icon::ring)) {
                text.anchor = static_cast<Anchor>(i);
                text.offset = {0, 0};
                changed(text, tr("move text"));
            }
        }
        ui.text(tr("Size"));
        auto size = static_cast<float>(text.size);
        if (ui.icon_button("text.smaller", tr("Smaller"), icon::minus, size > 0.03F)) {
            text.size = std::max(0.03, text.size / 1.15);
            changed(text, tr("change the text's size"));
        }
        ImGui::SameLine(0, ui.theme.px(6));
        if (ui.icon_button("text.larger", tr("Larger"), icon::plus, size < 0.18F)) {
            text.size = std::min(0.18, text.size * 1.15);
            changed(text, tr("change the text's size"));
        }
        ui.text(tr("Style"));
        const TextStyle styles[] = {TextStyle::automatic, TextStyle::box, TextStyle::outline,
                                    TextStyle::shadow};
        const auto now =
            static_cast<int>(std::ranges::find(styles, text.style) - std::begin(styles));
        const int style = ui.choices(
            "text.style", {tr("Automatic"), tr("In a box"), tr("Outline"), tr("Shadow")}, now);
        if (style >= 0) {
            text.style = styles[style];
            changed(text, tr("change the text's style"));
        }
        if (state.work()->task == Task::video) show_when(state, ui, text, changed);
    }
    ui.gap(4);
    ui.text(tr("Village logo"));
    if (state.post().village.logo.empty()) {
        ui.muted(tr("There is no logo yet; add it once in the settings."));
        if (ui.button("logo.settings", tr("Open settings"), icon::gear, ButtonKind::quiet))
            ui.act(OpenSettings{});
        return;
    }
    const auto logo = logo_of(*state.work(), state.item);
    const std::optional<Anchor> corners[] = {std::nullopt, Anchor::top_left, Anchor::top_right,
                                             Anchor::bottom_left, Anchor::bottom_right};
    const int corner = ui.choices(
        "logo",
        {tr("None"), tr("top left"), tr("top right"), tr("bottom left"), tr("bottom right")},
        static_cast<int>(std::ranges::find(corners, logo) - std::begin(corners)));
    if (corner >= 0)
        ui.act(Change{
            tr("place the logo"), {}, with_logo(*state.work(), state.item, corners[corner])});
}

void show_side(const State& state, Ui& ui) {
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
        show_side(state, ui);
    };
    show_columns(ui, SideColumn{.share = 0.46F,
                                .least = 360,
                                .most = 640,
                                .main = main,
                                .side = [&] { show_side(state, ui); },
                                .narrow = narrow});
}

}  // namespace sunting
