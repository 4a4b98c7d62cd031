// The preview of the result, in which a free text is dragged to its place.
#include "model/edits.hpp"
#include "view/screens/words_parts.hpp"
#include "view/widgets/stage.hpp"

#include <mediaedit/language.hpp>
#include <mediaedit/text.hpp>

#include <algorithm>
#include <cmath>
#include <string>

namespace sunting {

using namespace mediaedit;

namespace {

Canvas canvas_of(const Placement& placement) {
    Canvas canvas;
    canvas.size = placement.size;
    canvas.safe_area = placement.safe_area;
    return canvas;
}

/// The text dragged by so many fractions of the result. Near a third of the safe area it snaps
/// there.
TextOverlay moved(TextOverlay text, const Canvas& canvas, Point middle) {
    const auto& safe = canvas.safe_area;
    const double left = safe.left, top = safe.top, width = 1 - safe.left - safe.right,
                 height = 1 - safe.top - safe.bottom;
    const auto third = [](double at, double from, double extent) {
        return std::clamp(static_cast<int>((at - from) / extent * 3), 0, 2);
    };
    const int column = third(middle.x, left, width), row = third(middle.y, top, height);
    text.anchor = static_cast<Anchor>(row * 3 + column);
    text.offset = {0, 0};
    const auto standing = measure_text(text, canvas);
    if (!standing) return text;
    const auto& box = standing->box;
    const double x = middle.x - (box.x + box.width / 2.0) / canvas.size.width,
                 y = middle.y - (box.y + box.height / 2.0) / canvas.size.height;
    constexpr double snap = 0.03;
    if (std::abs(x) >= snap) text.offset.x = x;
    if (std::abs(y) >= snap) text.offset.y = y;
    // Not beyond the safe area: there the platform lays its own things over it.
    const double w = static_cast<double>(box.width) / canvas.size.width,
                 h = static_cast<double>(box.height) / canvas.size.height;
    const double bx = static_cast<double>(box.x) / canvas.size.width,
                 by = static_cast<double>(box.y) / canvas.size.height;
    text.offset.x =
        std::clamp(text.offset.x, std::min(0.0, left - bx), std::max(0.0, left + width - bx - w));
    text.offset.y =
        std::clamp(text.offset.y, std::min(0.0, top - by), std::max(0.0, top + height - by - h));
    return text;
}

/// The box of the text in `result`: it can be dragged.
void show_draggable(const State& state, Ui& ui, const Placement& shown, const TextOverlay& text,
                    const Box& result) {
    const auto canvas = canvas_of(shown);
    const auto standing = measure_text(text, canvas);
    if (!standing) return;
    const auto& box = standing->box;
    const float scale_x = result.width() / static_cast<float>(canvas.size.width),
                scale_y = result.height() / static_cast<float>(canvas.size.height);
    const Box place{result.left + static_cast<float>(box.x) * scale_x,
                    result.top + static_cast<float>(box.y) * scale_y,
                    result.left + static_cast<float>(box.x + box.width) * scale_x,
                    result.top + static_cast<float>(box.y + box.height) * scale_y};
    ImGui::SetCursorScreenPos({place.left, place.top});
    ImGui::InvisibleButton("text", {std::max(8.0F, place.width()), std::max(8.0F, place.height())});
    ui.record(Widget::Kind::area, "text.drag", tr("Drag the text"), place);
    if (ImGui::IsItemHovered() || ImGui::IsItemActive()) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        draw_double_line(*ImGui::GetWindowDrawList(), ui.theme, place, ui.theme.px(4));
        draw_safe_area(ui, result, shown.safe_area);
    }
    static ImVec2 held_at;
    if (ImGui::IsItemActivated())
        held_at = {place.middle().x - ImGui::GetIO().MousePos.x,
                   place.middle().y - ImGui::GetIO().MousePos.y};
    if (ImGui::IsItemActive() && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 2)) {
        const Point middle{(ImGui::GetIO().MousePos.x + held_at.x - result.left) / result.width(),
                           (ImGui::GetIO().MousePos.y + held_at.y - result.top) / result.height()};
        ui.act(Change{tr("move text"), "text.drag",
                      with_text(*state.work(), state.item, moved(text, canvas, middle))});
    }
    if (ImGui::IsItemDeactivated()) ui.act(EndBurst{});
}

}  // namespace

void show_preview(const State& state, Ui& ui, const Placement& shown, ImVec2 size) {
    const auto* answer = state.answer("shown");
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::GetWindowDrawList()->AddRectFilled(at, {at.x + size.x, at.y + size.y},
                                              color(ui.theme.colors.stage), ui.theme.px(10));
    const float inset = ui.theme.px(10);
    ImGui::SetCursorScreenPos({at.x + inset, at.y + inset});
    const auto result =
        ui.picture("shown", state.picture("shown"), {size.x - 2 * inset, size.y - 2 * inset},
                   answer ? answer->error : std::string());
    if (const auto text = text_of(*state.work(), state.item);
        state.post().template_id.empty() && text && state.picture("shown"))
        show_draggable(state, ui, shown, *text, result);
    ImGui::SetCursorScreenPos({at.x, at.y + size.y});
    ImGui::Dummy({size.x, 1});
}

}  // namespace sunting
