// Choosing an area of a picture to cover.
#include "view/screens/cover.hpp"

#include "platform/imgui_versions.hpp"
#include "view/widgets/keyboard.hpp"
#include "view/widgets/stage.hpp"

#include <mediaedit/language.hpp>

#include <imgui_internal.h>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// Units: fractions of the picture.
constexpr Area first_by_keys{0.4, 0.4, 0.2, 0.2};
constexpr double key_step = 0.02;

/// Arrow keys move the area; with Shift they move its lower right corner.
void move_by_keys(Area& area) {
    const bool sizes = ImGui::GetIO().KeyShift;
    const struct {
        Key key;
        double x, y;
    } arrows[] = {{Key::left, -key_step, 0},
                  {Key::right, key_step, 0},
                  {Key::up, 0, -key_step},
                  {Key::down, 0, key_step}};
    for (const auto& arrow : arrows) {
        if (!key_pressed(arrow.key)) continue;
        ImGui::NavMoveRequestCancel();
        if (sizes) {
            area.width = std::clamp(area.width + arrow.x, key_step, 1 - area.x);
            area.height = std::clamp(area.height + arrow.y, key_step, 1 - area.y);
        } else {
            area.x = std::clamp(area.x + arrow.x, 0.0, 1 - area.width);
            area.y = std::clamp(area.y + arrow.y, 0.0, 1 - area.height);
        }
    }
}

void draw_part(Ui& ui, const Box& part) {
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({part.left, part.top}, {part.right, part.bottom}, IM_COL32(0, 0, 0, 150));
    draw_double_line(draw, ui.theme, part);
}

/// At the top or bottom edge, whichever is farther from `part`.
void draw_hint(Ui& ui, const Box& picture, const Box& part) {
    const auto words = tr("Arrow keys move it, with Shift they change its size; Space covers.");
    const float space = ui.theme.px(8), width = picture.width() - 2 * space;
    const float height = ImGui::CalcTextSize(words.c_str(), nullptr, false, width).y + 2 * space;
    const float top = part.middle().y > picture.middle().y ? picture.top : picture.bottom - height;
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({picture.left, top}, {picture.right, top + height}, IM_COL32(0, 0, 0, 190));
    draw.AddText(ImGui::GetFont(), ImGui::GetFontSize(), {picture.left + space, top + space},
                 IM_COL32_WHITE, words.c_str(), nullptr, width);
}

}  // namespace

std::optional<Area> choose_cover(Ui& ui, const Box& picture) {
    static ImVec2 from;
    static bool by_mouse = false;
    static Area by_keys = first_by_keys;
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({picture.left, picture.top});
    const bool pressed = ImGui::InvisibleButton("cover", {picture.width(), picture.height()});
    const bool begun = ImGui::IsItemActivated(), held = ImGui::IsItemActive(),
               let_go = ImGui::IsItemDeactivated();
    const auto& recorded =
        ui.record(Widget::Kind::area, "cover", tr("Drag over what shall be covered"), picture);
    ImGui::SetCursorScreenPos(at);
    if (has_appeared("cover")) {
        by_keys = first_by_keys;
        if (ImGui::GetIO().NavVisible) put_ring(recorded);
    }
    if (begun) by_mouse = ImGui::IsMouseDown(ImGuiMouseButton_Left);

    if (by_mouse && (held || let_go)) {
        const auto clamped = [&](ImVec2 point) {
            return ImVec2{std::clamp(point.x, picture.left, picture.right),
                          std::clamp(point.y, picture.top, picture.bottom)};
        };
        if (begun) from = clamped(ImGui::GetIO().MouseClickedPos[0]);
        const auto to = clamped(ImGui::GetIO().MousePos);
        const Box dragged{std::min(from.x, to.x), std::min(from.y, to.y), std::max(from.x, to.x),
                          std::max(from.y, to.y)};
        if (held) draw_part(ui, dragged);
        if (!let_go || dragged.width() < ui.theme.px(6) || dragged.height() < ui.theme.px(6))
            return {};
        return Area{(dragged.left - picture.left) / picture.width(),
                    (dragged.top - picture.top) / picture.height(),
                    dragged.width() / picture.width(), dragged.height() / picture.height()};
    }
    if (!recorded.focused) return {};
    move_by_keys(by_keys);
    const auto x = [&](double part) {
        return picture.left + static_cast<float>(part) * picture.width();
    };
    const auto y = [&](double part) {
        return picture.top + static_cast<float>(part) * picture.height();
    };
    const Box part{x(by_keys.x), y(by_keys.y), x(by_keys.x + by_keys.width),
                   y(by_keys.y + by_keys.height)};
    draw_part(ui, part);
    draw_hint(ui, picture, part);
    if (pressed) return by_keys;
    return {};
}

}  // namespace sunting
