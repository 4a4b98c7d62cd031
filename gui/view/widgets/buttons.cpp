// Buttons and tiles.
#include "view/widgets/widgets.hpp"

#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace sunting {

float Ui::button_width(const std::string& label, bool with_icon) const {
    return ImGui::CalcTextSize(label.c_str()).x + theme.px(36) +
           (with_icon ? theme.px(label.empty() ? 10.0F : 30.0F) : 0);
}

bool Ui::button(const std::string& id, const std::string& label, const char* icon, ButtonKind kind,
                bool enabled, float width) {
    const auto& colors = theme.colors;
    if (kind == ButtonKind::main) ImGui::PushFont(fonts.bold);
    const float wanted = button_width(label, icon != nullptr), height = theme.px(44);
    // Where the row has no room, the label wraps instead of being cut.
    const float w =
        width > 0 ? width
                  : std::min(wanted, std::max(theme.px(80), ImGui::GetContentRegionAvail().x));
    const float room = w - (icon ? theme.px(58) : theme.px(28));
    const auto size = ImGui::CalcTextSize(label.c_str(), nullptr, false, std::max(1.0F, room));
    const float h = std::max(height, size.y + theme.px(18));
    const auto [pressed, hovered, held, box] = pressable(id, {w, h}, enabled);
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    ImVec4 ground = colors.panel, ink = colors.text;
    if (kind == ButtonKind::main) {
        ground = hovered || held ? colors.main_pressed : colors.main;
        ink = colors.on_main;
    } else if (hovered || held) ground = colors.chosen;
    if (kind == ButtonKind::danger) ink = colors.error;
    if (kind == ButtonKind::quiet) ink = colors.main;  // like a link, since it has no border
    if (!enabled) {
        ground = colors.ground;
        ink = colors.muted;
    }
    if (kind != ButtonKind::quiet || hovered || held)
        draw.AddRectFilled(least, most, color(ground), theme.px(8));
    if (kind == ButtonKind::normal || kind == ButtonKind::danger || !enabled)
        draw.AddRect(
            least, most,
            color(enabled ? colors.border
                          : ImVec4(colors.border.x, colors.border.y, colors.border.z, 0.5F)),
            theme.px(8), 0, theme.line * theme.scale);
    const float icon_width =
        icon ? ImGui::CalcTextSize(icon).x + (label.empty() ? 0 : theme.px(10)) : 0;
    float x = std::floor((box.left + box.right - size.x - icon_width) / 2);
    const float y = std::floor((box.top + box.bottom - size.y) / 2);
    if (icon) {
        draw.AddText({x, std::floor((box.top + box.bottom - ImGui::GetFontSize()) / 2)}, color(ink),
                     icon);
        x += icon_width;
    }
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {x, y}, color(ink), label.c_str(), nullptr,
                 std::max(1.0F, room + 1));
    record(Widget::Kind::button, id, label, box, enabled, false, size.x > room + 1);
    if (kind == ButtonKind::main) ImGui::PopFont();
    return pressed;
}

bool Ui::icon_button(const std::string& id, const std::string& label, const char* icon,
                     bool enabled) {
    const auto [pressed, hovered, held, box] = pressable(id, theme.px(46, 44), enabled);
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom},
                       color(hovered && enabled ? theme.colors.chosen : theme.colors.panel),
                       theme.px(8));
    draw.AddRect({box.left, box.top}, {box.right, box.bottom},
                 color(ImVec4(theme.colors.border.x, theme.colors.border.y, theme.colors.border.z,
                              enabled ? 1.0F : 0.5F)),
                 theme.px(8), 0, theme.line * theme.scale);
    draw_centered(box, color(enabled ? theme.colors.text : theme.colors.muted), icon);
    if (hovered) ImGui::SetTooltip("%s", label.c_str());
    record(Widget::Kind::button, id, label, box, enabled);
    return pressed;
}

bool Ui::fold(const std::string& id, const std::string& label) {
    bool& open = *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(id.c_str()));
    if (button(id, label, open ? icon::up : icon::down, ButtonKind::quiet)) open = !open;
    return open;
}

bool Ui::tile(const std::string& id, const std::string& label, const std::string& sentence,
              const char* icon, ImVec2 size) {
    const auto& colors = theme.colors;
    const auto area = pressable(id, size);
    const bool hovered = area.hovered || area.held;
    const auto& box = area.box;
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    draw.AddRectFilled(least, most, color(hovered ? colors.chosen : colors.panel), theme.px(14));
    draw.AddRect(least, most, color(hovered ? colors.main : colors.border), theme.px(14), 0,
                 (hovered ? 2.5F : theme.line) * theme.scale);
    const float inset = theme.px(20), width = size.x - 2 * inset;
    const float round = theme.px(58);
    draw.AddCircleFilled({box.left + inset + round / 2, box.top + inset + round / 2}, round / 2,
                         color(colors.main), 48);
    ImGui::PushFont(fonts.heading);
    const auto sign = ImGui::CalcTextSize(icon);
    draw.AddText({std::floor(box.left + inset + (round - sign.x) / 2),
                  std::floor(box.top + inset + (round - sign.y) / 2)},
                 color(colors.on_main), icon);
    ImGui::PopFont();
    ImGui::PushFont(fonts.bold);
    const float y = box.top + inset + round + theme.px(14);
    const auto name = ImGui::CalcTextSize(label.c_str(), nullptr, false, width);
    draw.AddText(fonts.bold, ImGui::GetFontSize(), {box.left + inset, y}, color(colors.text),
                 label.c_str(), nullptr, width);
    ImGui::PopFont();
    ImGui::PushFont(fonts.small);
    const auto words = ImGui::CalcTextSize(sentence.c_str(), nullptr, false, width);
    draw.AddText(fonts.small, ImGui::GetFontSize(), {box.left + inset, y + name.y + theme.px(4)},
                 color(colors.muted), sentence.c_str(), nullptr, width);
    ImGui::PopFont();
    record(Widget::Kind::button, id, label, box, true, false,
           y + name.y + theme.px(4) + words.y > box.bottom - theme.px(6));
    return area.pressed;
}

}  // namespace sunting
