// The window as a whole: bar, screen, footer, and what lies over them.
#include "view/screens/screens.hpp"
#include "view/window_parts.hpp"

namespace sunting {

void begin_layer(const char* name, ImVec2 at, ImVec2 size, ImGuiWindowFlags more) {
    ImGui::SetNextWindowPos(at);
    ImGui::SetNextWindowSize(size);
    ImGui::Begin(name, nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoBringToFrontOnFocus |
                     more);
}

void begin_part(const char* name, ImVec2 at, ImVec2 size) {
    ImGui::SetCursorScreenPos(at);
    ImGui::BeginChild(name, size, false,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse |
                          ImGuiWindowFlags_NavFlattened);
}

void show_window(const State& state, Ui& ui) {
    const auto size = ImGui::GetIO().DisplaySize;
    begin_layer("all", {0, 0}, size);
    const bool footer = state.screen != Screen::home;
    const float top = ui.theme.px(bar_height), bottom = footer ? ui.theme.px(footer_height) : 0;
    begin_part("screen", {0, top}, {size.x, size.y - top - bottom});
    ImGui::SetCursorPos(ui.theme.px(18, 12));
    // The same margin around every screen.
    ui.begin_panel("inner", {size.x - ui.theme.px(36), size.y - top - bottom - ui.theme.px(20)},
                   false);
    if (state.screen == Screen::greeting) show_greeting(state, ui);
    else if (state.screen == Screen::settings) show_settings(state, ui);
    else if (state.screen == Screen::home || !state.work()) show_home(state, ui);
    else {
        show_guide(state, ui);
        switch (state.step) {
            case Step::choose: show_choose(state, ui); break;
            case Step::trim: show_trim(state, ui); break;
            case Step::frame: show_frame(state, ui); break;
            case Step::words: show_words(state, ui); break;
            case Step::caption: show_caption(state, ui); break;
            case Step::save: show_save(state, ui); break;
        }
    }
    ui.end_panel();
    ImGui::EndChild();
    // In the order of the keyboard the screen comes first and the bar last.
    if (footer) show_footer(state, ui, size);
    show_bar(state, ui, size);
    ImGui::End();
    if (state.help) show_help(state, ui, ui.take_widgets());
    show_toast(state, ui, size);
    show_question(state, ui, size);
}

}  // namespace sunting
