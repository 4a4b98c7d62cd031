// Fields to type into, sliders, progress.
#include "view/widgets/widgets.hpp"

#include "view/widgets/drawing.hpp"
#include "view/widgets/typed_text.hpp"

#include <algorithm>
#include <string>

namespace sunting {

bool Ui::field(const std::string& id, const std::string& label, std::string& value,
               const std::string& hint, int max_chars, bool secret) {
    if (!label.empty()) {
        ImGui::PushTextWrapPos(0);
        ImGui::TextUnformatted(label.c_str());
        ImGui::PopTextWrapPos();
        record_item(Widget::Kind::text, id + ".label", label);
    }
    ImGui::PushID(id.c_str());
    ImGui::SetNextItemWidth(-1);
    const bool changed = type_line(typed_id, hint, value, secret);
    record_item(Widget::Kind::field, id, label);
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    ImGui::PopID();
    if (max_chars > 0) {
        const auto letters = static_cast<int>(std::ranges::count_if(value, [](char letter) {
            return (static_cast<unsigned char>(letter) & 0xC0) != 0x80;
        }));
        if (letters > max_chars * 3 / 4)
            muted(std::to_string(letters) + " / " + std::to_string(max_chars));
    }
    return changed;
}

bool Ui::lines(const std::string& id, const std::string& label, std::string& value, float height,
               const std::string& hint) {
    if (!label.empty()) text(label);
    ImGui::PushID(id.c_str());
    const bool changed = type_lines(typed_id, hint, value, {-1, height});
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    record_item(Widget::Kind::field, id, label);
    ImGui::PopID();
    return changed;
}

bool Ui::slider(const std::string& id, const std::string& label, float& value, float least,
                float most) {
    if (!label.empty()) text(label);
    ImGui::PushID(id.c_str());
    ImGui::SetNextItemWidth(-1);
    const bool changed =
        ImGui::SliderFloat("##slide", &value, least, most, "", ImGuiSliderFlags_AlwaysClamp);
    if (ImGui::IsItemDeactivatedAfterEdit()) act(EndBurst{});
    record_item(Widget::Kind::slider, id, label);
    ImGui::PopID();
    return changed;
}

void Ui::progress(const std::string& id, double fraction, const std::string& words) {
    const auto at = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, theme.px(22)};
    ImGui::Dummy(size);
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled(at, {at.x + size.x, at.y + size.y}, color(theme.colors.ground),
                       theme.px(11));
    const float filled =
        std::max(theme.px(22), size.x * static_cast<float>(std::clamp(fraction, 0.0, 1.0)));
    draw.AddRectFilled(at, {at.x + filled, at.y + size.y}, color(theme.colors.main), theme.px(11));
    draw.AddRect(at, {at.x + size.x, at.y + size.y}, color(theme.colors.border), theme.px(11), 0,
                 theme.line * theme.scale);
    record(Widget::Kind::picture, id, words, {at.x, at.y, at.x + size.x, at.y + size.y});
    text(words);
}

}  // namespace sunting
