// The bar at the top of the window.
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"
#include "view/window_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

/// One step: its number, and its name where there is room.
bool step_mark(Ui& ui, const std::string& id, int number, const std::string& name, bool named,
               bool now, bool done, bool possible) {
    const auto& colors = ui.theme.colors;
    ImGui::PushFont(now ? ui.fonts.bold : ui.fonts.small);
    const float width =
        ui.theme.px(34) +
        (named ? ImGui::CalcTextSize(name.c_str()).x + ui.theme.px(16) : ui.theme.px(4));
    const auto [pressed, hovered, held, box] = pressable(id, {width, ui.theme.px(44)}, possible);
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    auto& draw = *ImGui::GetWindowDrawList();
    if (hovered && possible && !now)
        draw.AddRectFilled(least, most, color(colors.chosen), ui.theme.px(8));
    const float radius = ui.theme.px(14);
    const ImVec2 middle{least.x + radius + ui.theme.px(4), (least.y + most.y) / 2};
    if (now || done)
        draw.AddCircleFilled(middle, radius, color(now ? colors.main : colors.good), 32);
    else draw.AddCircle(middle, radius, color(colors.border), 32, ui.theme.px(2));
    const std::string sign = done && !now ? icon::check : std::to_string(number);
    const auto size = ImGui::CalcTextSize(sign.c_str());
    draw.AddText({middle.x - size.x / 2, middle.y - size.y / 2},
                 color(now    ? colors.on_main
                       : done ? colors.panel
                              : colors.muted),
                 sign.c_str());
    if (named)
        draw.AddText({least.x + ui.theme.px(38), middle.y - ImGui::GetFontSize() / 2},
                     color(now ? colors.text : colors.muted), name.c_str());
    ImGui::PopFont();
    ui.record(Widget::Kind::button, id, name, box, possible, now);
    return pressed;
}

void show_steps(const State& state, Ui& ui, float room) {
    const auto steps = steps_of(state.work()->task);
    if (steps.size() < 2) {
        ImGui::AlignTextToFramePadding();
        ui.bold(tr("Write a caption"));
        return;
    }
    float wanted = 0;
    ImGui::PushFont(ui.fonts.bold);
    for (const auto step : steps)
        wanted += ImGui::CalcTextSize(step_name(step).c_str()).x + ui.theme.px(56);
    ImGui::PopFont();
    const bool named = wanted <= room;
    const float marks = static_cast<float>(steps.size()) * ui.theme.px(42) + ui.theme.px(16) +
                        ImGui::CalcTextSize(step_name(state.step).c_str()).x * 1.1F;
    if (marks > room) {
        // Large letters on a small screen: only the current step. The footer leads to the others.
        const auto at = std::ranges::find(steps, state.step) - steps.begin() + 1;
        ImGui::AlignTextToFramePadding();
        ui.bold(std::to_string(at) + " / " + std::to_string(steps.size()) + "  " +
                step_name(state.step));
        return;
    }
    bool passed = false;
    for (std::size_t i = 0; i < steps.size(); ++i) {
        if (i > 0) ImGui::SameLine(0, ui.theme.px(4));
        const bool now = steps[i] == state.step;
        passed = passed || now;
        if (step_mark(ui, "step." + std::to_string(i), static_cast<int>(i) + 1, step_name(steps[i]),
                      named || now, now, !passed, can_go_to(state, steps[i])))
            ui.act(GoTo{steps[i]});
    }
}

/// The program's name, the village, and on the first screen the language; they end at `end`.
void show_title(const State& state, Ui& ui, float end) {
    ImGui::SetCursorPosY(ui.theme.px(12));
    ImGui::PushFont(ui.fonts.heading);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.colors.main);
    ImGui::TextUnformatted("Sunting");
    ImGui::PopStyleColor();
    ImGui::PopFont();
    const auto& village = state.settings.village.village;
    if (!village.empty() && is_wide(ui)) {
        ImGui::SameLine(0, ui.theme.px(14));
        ImGui::SetCursorPosY(ui.theme.px(19));
        ui.text(tr("Desa {village}", {{"village", village}}));
    }
    if (state.screen != Screen::home) return;
    const float languages = ui.theme.px(270);
    ImGui::SetCursorPos({std::max(ui.theme.px(160), end - languages), ui.theme.px(11)});
    const int pressed =
        ui.choices("language", {"Indonesia", "English"}, state.settings.language == "en" ? 1 : 0);
    if (pressed < 0) return;
    auto settings = state.settings;
    settings.language = pressed == 1 ? "en" : "id";
    ui.act(ChangeSettings{settings});
}

}  // namespace

void show_bar(const State& state, Ui& ui, ImVec2 size) {
    begin_part("bar", {0, 0}, {size.x, ui.theme.px(bar_height)});
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({0, 0}, {size.x, ui.theme.px(bar_height)}, color(ui.theme.colors.panel));
    draw.AddLine({0, ui.theme.px(bar_height) - 1}, {size.x, ui.theme.px(bar_height) - 1},
                 color(ImVec4(ui.theme.colors.border.x, ui.theme.colors.border.y,
                              ui.theme.colors.border.z, 0.5F)));
    ImGui::SetCursorPos(ui.theme.px(12, 9));
    const float right = 2 * ui.theme.px(46) + ui.theme.px(8) + ui.theme.px(14);
    if (state.screen == Screen::work) {
        if (ui.icon_button("bar.home", tr("To the start"), icon::home)) ui.act(GoHome{});
        ImGui::SameLine(0, ui.theme.px(14));
        show_steps(state, ui, size.x - ImGui::GetCursorPosX() - right - ui.theme.px(12));
    } else {
        show_title(state, ui, size.x - right);
    }
    ImGui::SetCursorPos({size.x - right, ui.theme.px(9)});
    if (ui.icon_button("bar.settings", tr("Settings"), icon::gear,
                       state.screen != Screen::settings && state.screen != Screen::greeting))
        ui.act(OpenSettings{});
    ImGui::SameLine(0, ui.theme.px(8));
    if (ui.icon_button("bar.help", tr("Help (F1)"), icon::question)) ui.act(ToggleHelp{});
    ImGui::EndChild();
}

}  // namespace sunting
