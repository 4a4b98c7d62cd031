// Help for the screen that is shown: a small picture of it with numbers, and a sentence for each
// number.
#include "view/screens/help_hints.hpp"
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

namespace sunting {

using namespace mediaedit;

namespace {

/// The box around the widgets that a hint is about.
std::optional<Box> place_of(const std::string& about, const std::vector<Widget>& screen) {
    std::optional<Box> place;
    if (about.empty()) return place;
    for (const auto& widget : screen) {
        const bool meant = about.ends_with('.') ? widget.id.starts_with(about) : widget.id == about;
        const auto& seen = widget.seen;
        if (!meant || seen.width() < 2 || seen.height() < 2) continue;
        place = place
                    ? Box{std::min(place->left, seen.left), std::min(place->top, seen.top),
                          std::max(place->right, seen.right), std::max(place->bottom, seen.bottom)}
                    : seen;
    }
    return place;
}

/// Draws the window of that name and its parts again, smaller, with its corner at `at`.
void shrink_window(const char* name, ImVec2 at, float scale) {
    const auto* root = ImGui::FindWindowByName(name);
    for (auto* window : ImGui::GetCurrentContext()->Windows) {
        if (!window->Active || window->RootWindow != root) continue;
        for (auto& vertex : window->DrawList->VtxBuffer)
            vertex.pos = {at.x + vertex.pos.x * scale, at.y + vertex.pos.y * scale};
        for (auto& command : window->DrawList->CmdBuffer)
            command.ClipRect = {
                at.x + command.ClipRect.x * scale, at.y + command.ClipRect.y * scale,
                at.x + command.ClipRect.z * scale, at.y + command.ClipRect.w * scale};
    }
}

void draw_number(Ui& ui, std::size_t number, ImVec2 middle) {
    draw_badge(ui.theme, middle, ui.theme.px(15), std::to_string(number).c_str());
}

/// Numbers and frames in the small picture of the screen, which begins at `at`.
void draw_marks(Ui& ui, const std::vector<Hint>& hints, const std::vector<Widget>& screen,
                ImVec2 at, float scale) {
    auto& draw = *ImGui::GetWindowDrawList();
    for (std::size_t i = 0; i < hints.size(); ++i) {
        const auto place = place_of(hints[i].about, screen);
        if (!place) continue;
        const Box box{at.x + place->left * scale, at.y + place->top * scale,
                      at.x + place->right * scale, at.y + place->bottom * scale};
        draw.AddRect({box.left - 3, box.top - 3}, {box.right + 3, box.bottom + 3},
                     color(ui.theme.colors.main), ui.theme.px(5), 0, ui.theme.px(2.5F));
        // Beside it, but inside the picture.
        draw_number(ui, i + 1,
                    {std::max(at.x + ui.theme.px(8), box.left - ui.theme.px(6)),
                     std::max(at.y + ui.theme.px(8), box.top - ui.theme.px(4))});
    }
}

void show_sentences(Ui& ui, const std::vector<Hint>& hints) {
    for (std::size_t i = 0; i < hints.size(); ++i) {
        const auto line = ImGui::GetCursorScreenPos();
        ImGui::Dummy(ui.theme.px(32, 32));
        draw_number(ui, i + 1, {line.x + ui.theme.px(16), line.y + ui.theme.px(16)});
        ImGui::SameLine(ui.theme.px(62));
        ui.text(hints[i].text);
        ui.gap(4);
    }
    ui.bold(tr("Keys, if you like them"));
    ui.muted(
        tr("Tab: next button   ·   Space: press it   ·   Enter: next step   ·   Esc: back   ·   "
           "Ctrl+Z: undo   ·   Ctrl+Y: redo   ·   Ctrl+S: save   ·   F1: this help"));
    ui.gap(4);
    if (ui.button("help.close", tr("Close help"), icon::check, ButtonKind::main))
        ui.act(ToggleHelp{});
}

}  // namespace

void show_help(const State& state, Ui& ui, const std::vector<Widget>& screen) {
    const auto size = ImGui::GetIO().DisplaySize;
    const float margin = ui.theme.px(20);
    const bool wide = is_wide(ui);
    ImGui::GetBackgroundDrawList()->AddRectFilled({0, 0}, size, color(ui.theme.colors.ground));
    ImGui::SetNextWindowPos({0, 0});
    ImGui::SetNextWindowSize(size);
    ImGui::Begin("help", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBackground);
    ImGui::SetCursorPos({margin, ui.theme.px(12)});
    ui.heading(tr("Help for this screen"));
    const float top = ImGui::GetCursorPosY() + ui.theme.px(6);

    const float scale =
        std::min(wide ? 0.56F : 0.5F, (wide ? 0.85F : 0.42F) * (size.y - top) / size.y);
    const ImVec2 at{margin, top}, small{size.x * scale, size.y * scale};
    shrink_window("all", at, scale);
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRect({at.x - 1, at.y - 1}, {at.x + small.x + 1, at.y + small.y + 1},
                 color(ui.theme.colors.border), 0, 0, ui.theme.px(2));
    ImGui::SetCursorScreenPos(at);
    ImGui::Dummy(small);
    ui.record(Widget::Kind::picture, "help.picture", tr("This screen, with numbers"),
              {at.x, at.y, at.x + small.x, at.y + small.y});

    const auto hints = hints_for(state);
    draw_marks(ui, hints, screen, at, scale);

    ImGui::SetCursorPos(wide ? ImVec2{at.x + small.x + margin, top}
                             : ImVec2{margin, top + small.y + ui.theme.px(10)});
    const auto from = ImGui::GetCursorPos();
    ui.begin_panel("sentences", {size.x - from.x - margin, size.y - from.y - ui.theme.px(14)});
    show_sentences(ui, hints);
    ui.end_panel();
    ImGui::End();
}

}  // namespace sunting
