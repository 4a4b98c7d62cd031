// What lies over the screen: short messages and questions.
#include "view/widgets/icons.hpp"
#include "view/window_parts.hpp"

#include <mediaedit/language.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

void show_toast(const State& state, Ui& ui, ImVec2 size) {
    if (!state.toast) return;
    const auto& toast = *state.toast;
    const float most = std::min(size.x - ui.theme.px(40), ui.theme.px(680));
    const auto words =
        ImGui::CalcTextSize(toast.text.c_str(), nullptr, false, most - ui.theme.px(120));
    const ImVec2 box{words.x + ui.theme.px(126),
                     std::max(ui.theme.px(60), words.y + ui.theme.px(28))};
    ImGui::SetNextWindowPos(
        {(size.x - box.x) / 2, size.y - ui.theme.px(footer_height + 16) - box.y});
    ImGui::SetNextWindowSize(box);
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.colors.text);
    ImGui::PushStyleColor(ImGuiCol_Text, ui.theme.colors.panel);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.px(10));
    ImGui::Begin("toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoFocusOnAppearing |
                     ImGuiWindowFlags_NoNav);
    ImGui::SetCursorPos({ui.theme.px(18), (box.y - words.y) / 2});
    ImGui::TextUnformatted(toast.kind == Toast::Kind::done ? icon::check : icon::warning);
    ImGui::SameLine(0, ui.theme.px(10));
    ImGui::PushTextWrapPos(box.x - ui.theme.px(70));
    ImGui::TextUnformatted(toast.text.c_str());
    ImGui::PopTextWrapPos();
    ui.record(Widget::Kind::text, "toast", toast.text,
              {ImGui::GetWindowPos().x, ImGui::GetWindowPos().y, ImGui::GetWindowPos().x + box.x,
               ImGui::GetWindowPos().y + box.y});
    ImGui::SetCursorPos({box.x - ui.theme.px(56), (box.y - ui.theme.px(44)) / 2});
    ImGui::PopStyleColor(2);
    if (ui.icon_button("toast.close", tr("Close"), icon::cross)) ui.act(ToastGone{});
    ImGui::End();
    ImGui::PopStyleVar();
}

void show_question(const State& state, Ui& ui, ImVec2 size) {
    if (!state.question) return;
    const float width = std::min(size.x - ui.theme.px(40), ui.theme.px(560));
    ImGui::GetBackgroundDrawList();
    begin_layer("shade", {0, 0}, size, ImGuiWindowFlags_NoInputs | ImGuiWindowFlags_NoNav);
    ImGui::GetWindowDrawList()->AddRectFilled({0, 0}, size, IM_COL32(0, 0, 0, 120));
    ImGui::End();
    ImGui::SetNextWindowPos({(size.x - width) / 2, size.y * 0.3F});
    ImGui::SetNextWindowSize({width, 0});
    ImGui::SetNextWindowFocus();
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ui.theme.px(24, 22));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowRounding, ui.theme.px(14));
    ImGui::PushStyleColor(ImGuiCol_WindowBg, ui.theme.colors.panel);
    ImGui::Begin(
        "question", nullptr,
        ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings);
    ui.text(state.question->text);
    ui.gap(8);
    const bool informs = state.question->about == Question::About::problem;
    const bool copies = state.question->about == Question::About::copy_unfixed;
    // The main button is the harmless answer.
    if (copies && ui.button("question.no", tr("No, mend it first"), icon::pencil, ButtonKind::main))
        ui.act(Answered{false});
    if (copies) ImGui::SameLine();
    if (copies ? ui.button("question.yes", tr("Copy all the same"), nullptr)
               : ui.button("question.yes", informs ? tr("All right") : tr("Yes"), icon::check,
                           ButtonKind::main))
        ui.act(Answered{true});
    if (!informs && !copies) {
        ImGui::SameLine();
        if (ui.button("question.no", tr("No, go on"), nullptr)) ui.act(Answered{false});
    }
    ImGui::End();
    ImGui::PopStyleColor();
    ImGui::PopStyleVar(2);
}

}  // namespace sunting
