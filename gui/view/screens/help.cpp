// Help for the screen that is shown: the screen itself, small, with numbers at what the sentences
// beside it are about.
#include "view/screens/screens.hpp"
#include "view/widgets/columns.hpp"
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

struct Hint {
    std::string about;  ///< id of the widget it is about, or what the ids of several begin with;
                        ///< empty: none
    std::string text;
};

std::vector<Hint> hints_for(const State& state) {
    if (state.screen == Screen::settings || state.screen == Screen::greeting)
        return {{"village.", tr("What you write about the village appears in captions and on "
                                "pictures. Empty lines are left out.")},
                {"village.logo", tr("A PNG without a background is best for the logo; the settings "
                                    "show it on light and on dark.")},
                {"village.export",
                 tr("Save the profile as a file to have the same look on another computer.")}};
    if (state.screen == Screen::home || !state.work())
        return {{"home.", tr("Press what you want to make. One photo becomes files for Instagram, "
                             "Facebook and WhatsApp at once.")},
                {{}, tr("You can drag photos or a video from a folder into the window.")},
                {"earlier.",
                 tr("Your work is kept by itself all the time. The originals are never changed.")}};
    switch (state.step) {
        case Step::choose:
            return {
                {"place.", tr("Connect the phone by cable, allow files to be moved, and its photos "
                              "appear at the left.")},
                {"file.", tr("Press a photo to choose it, press again to take it out.")},
                {"elsewhere", tr("\"Look in another folder\" opens the computer's own window.")}};
        case Step::trim:
            return {{"line",
                     tr("Drag the blue handles: what lies between them stays. What is dark goes.")},
                    {"begin.", tr("The buttons with plus and minus move by one single picture; so "
                                  "do the arrow keys when a handle is chosen.")},
                    {"play", tr("\"Play the result\" or the space bar plays just what is kept.")}};
        case Step::frame:
            return {
                {"stage", tr("Drag the photo; the frame stays where it is. What lies outside the "
                             "frame is not shown.")},
                {"zoom.", tr("Plus and minus, or the mouse wheel, make it larger and smaller.")},
                {"faces.", tr("Blur faces of people who did not agree, and cover number plates and "
                              "ID cards.")}};
        case Step::words:
            return {{"template.",
                     tr("Choose a look: it brings its own layout in the village's colours.")},
                    {"text", tr("Or choose \"Without\" and write your own words; drag them where "
                                "they shall stand.")},
                    {"shown", tr("The dashed line is the safe area: outside it the buttons of the "
                                 "platform may cover your words.")}};
        case Step::caption:
            return {{"form.",
                     tr("Answer what you know. The text at the right grows with your answers.")},
                    {"caption.text", tr("Numbers of ID cards and phones of residents are found and "
                                        "can be masked by one press.")},
                    {"caption.copy", tr("Copy the text and paste it where you post, or save it "
                                        "together with the pictures.")}};
        case Step::save:
            if (state.saving.phase == Saving::Phase::done)
                return {
                    {"open",
                     tr("Then open the folder, send the files to the phone and post them.")},
                    {"copy.", tr("Copy the text and paste it where you post, or save it together "
                                 "with the pictures.")},
                    {"check.", tr("Read the list: red must be mended, yellow should be seen to.")}};
            return {
                {"check.", tr("Read the list: red must be mended, yellow should be seen to.")},
                {"next",
                 tr("\"Save result\" makes one folder with all files, captions and a checklist.")},
                {"open", tr("Then open the folder, send the files to the phone and post them.")}};
    }
    return {};
}

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

/// What was drawn into the window of that name and its parts is drawn smaller, from `at` on.
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

void draw_number(Ui& ui, int number, ImVec2 middle) {
    auto& draw = *ImGui::GetWindowDrawList();
    const float radius = ui.theme.px(15);
    draw.AddCircleFilled(middle, radius, color(ui.theme.colors.main), 32);
    draw.AddCircle(middle, radius, color(ui.theme.colors.on_main), 32, ui.theme.px(2));
    const auto words = std::to_string(number);
    const auto size = ImGui::CalcTextSize(words.c_str());
    draw.AddText({std::floor(middle.x - size.x / 2), std::floor(middle.y - size.y / 2)},
                 color(ui.theme.colors.on_main), words.c_str());
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
    for (std::size_t i = 0; i < hints.size(); ++i) {
        const auto place = place_of(hints[i].about, screen);
        if (!place) continue;
        const Box box{at.x + place->left * scale, at.y + place->top * scale,
                      at.x + place->right * scale, at.y + place->bottom * scale};
        draw.AddRect({box.left - 3, box.top - 3}, {box.right + 3, box.bottom + 3},
                     color(ui.theme.colors.main), ui.theme.px(5), 0, ui.theme.px(2.5F));
        // Beside what it is about, where the picture has room there.
        draw_number(ui, static_cast<int>(i) + 1,
                    {std::max(at.x + ui.theme.px(8), box.left - ui.theme.px(6)),
                     std::max(at.y + ui.theme.px(8), box.top - ui.theme.px(4))});
    }

    ImGui::SetCursorPos(wide ? ImVec2{at.x + small.x + margin, top}
                             : ImVec2{margin, top + small.y + ui.theme.px(10)});
    const auto from = ImGui::GetCursorPos();
    ui.begin_panel("sentences", {size.x - from.x - margin, size.y - from.y - ui.theme.px(14)});
    for (std::size_t i = 0; i < hints.size(); ++i) {
        const auto line = ImGui::GetCursorScreenPos();
        ImGui::Dummy(ui.theme.px(32, 32));
        draw_number(ui, static_cast<int>(i) + 1,
                    {line.x + ui.theme.px(16), line.y + ui.theme.px(16)});
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
    ui.end_panel();
    ImGui::End();
}

}  // namespace sunting
