// Pictures: cards to choose from, pictures to look at.
#include "view/widgets/widgets.hpp"

#include "view/widgets/drawing.hpp"
#include "view/widgets/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace sunting {

bool Ui::card(const std::string& id, const std::string& label, const SharedPicture& picture,
              ImVec2 size, bool chosen, const std::string& badge, const std::string& problem) {
    const auto& colors = theme.colors;
    const auto area = pressable(id, size);
    const bool hovered = area.hovered || area.held;
    const auto& box = area.box;
    auto& draw = *ImGui::GetWindowDrawList();
    const ImVec2 least{box.left, box.top}, most{box.right, box.bottom};
    draw.AddRectFilled(least, most, color(chosen ? colors.chosen : colors.panel), theme.px(10));
    ImGui::PushFont(fonts.small);
    const float line = ImGui::GetFontSize(), words = label.empty() ? 0 : line + theme.px(8);
    const Box inner{box.left + theme.px(6), box.top + theme.px(6), box.right - theme.px(6),
                    box.bottom - theme.px(6) - words};
    if (picture && picture->size.width > 0) {
        const auto at = fitted(inner, static_cast<float>(picture->size.width),
                               static_cast<float>(picture->size.height));
        draw.AddImageRounded(texture_of(picture), {at.left, at.top}, {at.right, at.bottom}, {0, 0},
                             {1, 1}, IM_COL32_WHITE, theme.px(4));
    } else {
        draw.AddRectFilled({inner.left, inner.top}, {inner.right, inner.bottom},
                           color(colors.ground), theme.px(6));
        draw_centered(inner, color(problem.empty() ? colors.muted : colors.error),
                      problem.empty() ? icon::picture : icon::warning);
    }
    if (!label.empty()) {
        const auto shown = shortened(label, box.width() - theme.px(12));
        const auto width = ImGui::CalcTextSize(shown.c_str()).x;
        draw.AddText({std::floor((box.left + box.right - width) / 2), box.bottom - words},
                     color(colors.text), shown.c_str());
    }
    draw.AddRect(least, most, color(chosen || hovered ? colors.main : colors.border), theme.px(10),
                 0,
                 (chosen    ? 3.0F
                  : hovered ? 2.0F
                            : 1.0F) *
                     theme.scale);
    if (chosen || !badge.empty()) {
        const float radius = theme.px(14);
        draw_badge(theme, {box.right - radius - theme.px(6), box.top + radius + theme.px(6)},
                   radius, badge.empty() ? icon::check : badge.c_str());
    }
    ImGui::PopFont();
    if (hovered && !problem.empty()) ImGui::SetTooltip("%s", problem.c_str());
    record(Widget::Kind::choice, id, label, box, true, chosen);
    return area.pressed;
}

Box Ui::picture(const std::string& id, const SharedPicture& picture, ImVec2 size,
                const std::string& problem) {
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::Dummy(size);
    Box box{at.x, at.y, at.x + size.x, at.y + size.y};
    auto& draw = *ImGui::GetWindowDrawList();
    if (picture && picture->size.width > 0) {
        box = fitted(box, static_cast<float>(picture->size.width),
                     static_cast<float>(picture->size.height));
        draw.AddImage(texture_of(picture), {box.left, box.top}, {box.right, box.bottom});
    } else {
        draw.AddRectFilled({box.left, box.top}, {box.right, box.bottom}, color(theme.colors.ground),
                           theme.px(8));
        draw_centered(box, color(problem.empty() ? theme.colors.muted : theme.colors.error),
                      problem.empty() ? icon::clock : icon::warning);
        if (!problem.empty()) {
            const float room = box.width() - theme.px(24);
            draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(),
                         {box.left + theme.px(12), (box.top + box.bottom) / 2 + theme.px(20)},
                         color(theme.colors.text), problem.c_str(), nullptr, room);
        }
    }
    record(Widget::Kind::picture, id, {}, box);
    return box;
}

}  // namespace sunting
