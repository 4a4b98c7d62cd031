// Text: headings, sentences, notes.
#include "view/widgets/widgets.hpp"

#include "view/widgets/icons.hpp"

#include <string>

namespace sunting {

void Ui::heading(const std::string& text) {
    ImGui::PushFont(fonts.heading);
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    ImGui::PopFont();
    record_item(Widget::Kind::text, "heading", text);
}

void Ui::text(const std::string& text) {
    ImGui::PushTextWrapPos(0);
    ImGui::TextUnformatted(text.c_str());
    ImGui::PopTextWrapPos();
    record_item(Widget::Kind::text, {}, text);
}

void Ui::bold(const std::string& text) {
    ImGui::PushFont(fonts.bold);
    this->text(text);
    ImGui::PopFont();
}

void Ui::muted(const std::string& text) {
    ImGui::PushFont(fonts.small);
    ImGui::PushStyleColor(ImGuiCol_Text, theme.colors.muted);
    this->text(text);
    ImGui::PopStyleColor();
    ImGui::PopFont();
}

void Ui::note(Tone tone, const std::string& text) {
    const auto& colors = theme.colors;
    const char* sign = tone == Tone::good      ? icon::done
                       : tone == Tone::warning ? icon::warning
                       : tone == Tone::error   ? icon::failed
                                               : icon::info;
    const ImVec4& tint = tone == Tone::good      ? colors.good
                         : tone == Tone::warning ? colors.warning
                         : tone == Tone::error   ? colors.error
                                                 : colors.muted;
    ImGui::PushStyleColor(ImGuiCol_Text, tint);
    ImGui::TextUnformatted(sign);
    ImGui::PopStyleColor();
    ImGui::SameLine(0, theme.px(8));
    this->text(text);
}

void Ui::gap(float at_100) { ImGui::Dummy(theme.px(1, at_100)); }

}  // namespace sunting
