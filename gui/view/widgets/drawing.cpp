// What the widgets share: pressable areas, shortened text, centered signs.
#include "view/widgets/drawing.hpp"

#include <cmath>

namespace sunting {

Box item_box() {
    const auto least = ImGui::GetItemRectMin(), most = ImGui::GetItemRectMax();
    return {least.x, least.y, most.x, most.y};
}

Pressable pressable(const std::string& id, ImVec2 size, bool enabled) {
    ImGui::PushID(id.c_str());
    if (!enabled) ImGui::BeginDisabled();
    const bool pressed = ImGui::InvisibleButton("##press", size) && enabled;
    if (!enabled) ImGui::EndDisabled();
    ImGui::PopID();
    return {pressed, ImGui::IsItemHovered(), ImGui::IsItemActive(), item_box()};
}

std::string shortened(const std::string& text, float width) {
    if (ImGui::CalcTextSize(text.c_str()).x <= width) return text;
    std::string part = text;
    while (!part.empty()) {
        do part.pop_back();
        while (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0) == 0x80);
        if (!part.empty() && (static_cast<unsigned char>(part.back()) & 0xC0) == 0xC0)
            part.pop_back();
        if (ImGui::CalcTextSize((part + "…").c_str()).x <= width) return part + "…";
    }
    return part;
}

void draw_centered(const Box& box, ImU32 color, const char* text) {
    const auto size = ImGui::CalcTextSize(text);
    ImGui::GetWindowDrawList()->AddText({std::floor((box.left + box.right - size.x) / 2),
                                         std::floor((box.top + box.bottom - size.y) / 2)},
                                        color, text);
}

void draw_badge(const Theme& theme, ImVec2 middle, float radius, const char* sign) {
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddCircleFilled(middle, radius, color(theme.colors.main), 32);
    draw.AddCircle(middle, radius, color(theme.colors.on_main), 32, theme.px(2));
    const auto size = ImGui::CalcTextSize(sign);
    draw.AddText({std::floor(middle.x - size.x / 2), std::floor(middle.y - size.y / 2)},
                 color(theme.colors.on_main), sign);
}

}  // namespace sunting
