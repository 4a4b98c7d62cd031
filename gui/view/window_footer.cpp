// The footer of the window: back, undo, redo, and the main button.
#include "view/screens/screens.hpp"
#include "view/widgets/icons.hpp"
#include "view/window_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <optional>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

/// The main button of a screen.
struct MainButton {
    std::string label;
    const char* sign = icon::right;
    Action action = GoOn{};
    bool possible = true;
};

std::optional<MainButton> main_button(const State& state) {
    if (state.screen == Screen::settings)
        return MainButton{tr("Done"), icon::check, CloseSettings{}, true};
    if (state.screen == Screen::greeting)
        return MainButton{tr("Begin"), icon::right, GreetingDone{}, true};
    if (state.screen != Screen::work || !state.work()) return {};
    const auto steps = steps_of(state.work()->task);
    const auto at = std::ranges::find(steps, state.step);
    if (at == steps.end()) return {};
    if (at + 1 == steps.end()) {
        if (state.step != Step::save) return MainButton{tr("Finish"), icon::check, GoHome{}, true};
        if (state.saving.phase == Saving::Phase::done)
            return MainButton{tr("Finish"), icon::check, GoHome{}, true};
        return MainButton{
            tr("Save result"), icon::save, Save{},
            state.saving.phase != Saving::Phase::running && !state.post().placements.empty()};
    }
    return MainButton{tr("Next: {step}", {{"step", step_name(*(at + 1))}}), icon::right, GoOn{},
                      can_go_to(state, *(at + 1))};
}

/// Undo, redo, and where there is room a note that work is saved automatically. `width`: of the
/// footer.
void show_history(const State& state, Ui& ui, float width, float main_width) {
    ImGui::SameLine(0, ui.theme.px(20));
    const auto undo = state.history->undo_name(), redo = state.history->redo_name();
    const auto words = undo ? tr("Undo: {what}", {{"what", *undo}}) : tr("Undo");
    const float room = width - ImGui::GetCursorPosX() - main_width - ui.theme.px(32);
    if (ui.button_width(words, true) + ui.theme.px(60) <= room) {
        if (ui.button("undo", words, icon::undo, ButtonKind::quiet, undo.has_value()))
            ui.act(Undo{});
    } else if (ui.icon_button("undo", words, icon::undo, undo.has_value())) ui.act(Undo{});
    ImGui::SameLine(0, ui.theme.px(8));
    if (ui.icon_button("redo", redo ? tr("Redo: {what}", {{"what", *redo}}) : tr("Redo"),
                       icon::redo, redo.has_value()))
        ui.act(Redo{});
    ImGui::SameLine(0, ui.theme.px(16));
    const auto kept = tr("Your work is saved automatically.");
    ImGui::PushFont(ui.fonts.small);
    const float kept_width = ImGui::CalcTextSize(kept.c_str()).x;
    ImGui::PopFont();
    if (ImGui::GetCursorPosX() + kept_width + main_width + ui.theme.px(40) < width) {
        ImGui::SetCursorPosY(ui.theme.px(26));
        ui.muted(kept);
    }
}

}  // namespace

void show_footer(const State& state, Ui& ui, ImVec2 size) {
    const auto main = main_button(state);
    const float top = size.y - ui.theme.px(footer_height);
    begin_part("footer", {0, top}, {size.x, ui.theme.px(footer_height)});
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({0, top}, size, color(ui.theme.colors.panel));
    draw.AddLine({0, top}, {size.x, top},
                 color(ImVec4(ui.theme.colors.border.x, ui.theme.colors.border.y,
                              ui.theme.colors.border.z, 0.5F)));
    ImGui::SetCursorPos(ui.theme.px(16, 14));
    if (state.screen != Screen::greeting &&
        ui.button("back", tr("Back"), icon::left, ButtonKind::normal))
        ui.act(GoBack{});
    float main_width = 0;
    if (main) {
        ImGui::PushFont(ui.fonts.bold);
        main_width = std::max(ui.theme.px(150), ui.button_width(main->label, true));
        ImGui::PopFont();
    }
    if (state.screen == Screen::work && state.history) show_history(state, ui, size.x, main_width);
    if (main) {
        ImGui::SetCursorPos({size.x - main_width - ui.theme.px(16), ui.theme.px(14)});
        if (ui.button("next", main->label, main->sign, ButtonKind::main, main->possible,
                      main_width))
            ui.act(main->action);
    }
    ImGui::EndChild();
}

}  // namespace sunting
