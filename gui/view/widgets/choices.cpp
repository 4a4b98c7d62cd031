// Ticks, and rows of choices.
#include "view/widgets/widgets.hpp"

#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace sunting {

bool Ui::tick(const std::string& id, const std::string& label, bool on, bool enabled) {
    const auto& colors = theme.colors;
    const float width = ImGui::GetContentRegionAvail().x, inset = theme.px(38);
    const auto size =
        ImGui::CalcTextSize(label.c_str(), nullptr, false, std::max(1.0F, width - inset));
    const auto [pressed, hovered, held, box] =
        pressable(id,
                  {std::min(width, inset + size.x + theme.px(8)),
                   std::max(theme.px(36), size.y + theme.px(8))},
                  enabled);
    auto& draw = *ImGui::GetWindowDrawList();
    const float side = theme.px(24), top = std::floor((box.top + box.bottom - side) / 2);
    const ImVec2 least{box.left + theme.px(2), top},
        most{box.left + theme.px(2) + side, top + side};
    draw.AddRectFilled(least, most, color(on ? colors.main : colors.field), theme.px(5));
    draw.AddRect(least, most, color(on || hovered ? colors.main : colors.border), theme.px(5), 0,
                 theme.px(2));
    if (on) {
        const auto sign = ImGui::CalcTextSize(icon::check);
        draw.AddText(
            {std::floor(least.x + (side - sign.x) / 2), std::floor(least.y + (side - sign.y) / 2)},
            color(colors.on_main), icon::check);
    }
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                 {box.left + inset, std::floor((box.top + box.bottom - size.y) / 2)},
                 color(enabled ? colors.text : colors.muted), label.c_str(), nullptr,
                 std::max(1.0F, width - inset));
    record(Widget::Kind::tick, id, label, box, enabled, on);
    return pressed;
}

int Ui::choices(const std::string& id, const std::vector<std::string>& labels, int chosen) {
    const auto& colors = theme.colors;
    int pressed = -1;
    const float start = ImGui::GetCursorPosX(), room = ImGui::GetContentRegionAvail().x;
    float used = 0;
    for (int i = 0; i < static_cast<int>(labels.size()); ++i) {
        const auto& label = labels[static_cast<std::size_t>(i)];
        const float width = std::min(room, ImGui::CalcTextSize(label.c_str()).x + theme.px(30) +
                                               (i == chosen ? theme.px(24) : 0));
        if (used > 0 && used + width <= room) ImGui::SameLine(0, theme.px(8));
        else if (used > 0) {
            used = 0;
            ImGui::SetCursorPosX(start);
        }
        used += width + theme.px(8);
        const auto own = id + "." + std::to_string(i);
        const auto area = pressable(own, {width, theme.px(40)});
        if (area.pressed) pressed = i;
        const auto& box = area.box;
        auto& draw = *ImGui::GetWindowDrawList();
        draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom},
                           color(i == chosen || area.hovered ? colors.chosen : colors.panel),
                           theme.px(20));
        draw.AddRect({box.left, box.top}, {box.right, box.bottom},
                     color(i == chosen ? colors.main : colors.border), theme.px(20), 0,
                     (i == chosen ? 2.5F : theme.line) * theme.scale);
        const std::string words = i == chosen ? std::string(icon::check) + " " + label : label;
        const auto shown = shortened(words, box.width() - theme.px(16));
        draw_centered(box, color(colors.text), shown.c_str());
        record(Widget::Kind::choice, own, label, box, true, i == chosen, shown != words);
    }
    return pressed;
}

int Ui::choices(const std::string& id, const std::string& name,
                const std::vector<std::string>& labels, int chosen) {
    text(name);
    return choices(id, labels, chosen);
}

}  // namespace sunting
