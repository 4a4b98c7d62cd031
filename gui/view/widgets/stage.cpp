// A picture under a frame, where it is moved and zoomed.
#include "view/widgets/stage.hpp"

#include "platform/imgui_versions.hpp"
#include "view/widgets/icons.hpp"

#include <mediaedit/language.hpp>

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace sunting {

using namespace mediaedit;

void draw_double_line(ImDrawList& draw, const Theme& theme, const Box& box, float rounding) {
    draw.AddRect({box.left - theme.px(1), box.top - theme.px(1)},
                 {box.right + theme.px(1), box.bottom + theme.px(1)}, IM_COL32(0, 0, 0, 220),
                 rounding, 0, theme.px(2));
    draw.AddRect({box.left + theme.px(1), box.top + theme.px(1)},
                 {box.right - theme.px(1), box.bottom - theme.px(1)}, IM_COL32(255, 255, 255, 240),
                 rounding, 0, theme.px(2));
}

void draw_safe_area(Ui& ui, const Box& result, const Margins& safe_area) {
    if (safe_area == Margins{}) return;
    const Box safe{result.left + static_cast<float>(safe_area.left) * result.width(),
                   result.top + static_cast<float>(safe_area.top) * result.height(),
                   result.right - static_cast<float>(safe_area.right) * result.width(),
                   result.bottom - static_cast<float>(safe_area.bottom) * result.height()};
    auto& draw = *ImGui::GetWindowDrawList();
    const float dash = ui.theme.px(10);
    const auto line = [&](ImVec2 from, ImVec2 to) {
        const float length = std::max(std::abs(to.x - from.x), std::abs(to.y - from.y));
        const ImVec2 step{(to.x - from.x) / length, (to.y - from.y) / length};
        for (float at = 0; at < length; at += 2 * dash) {
            const float end = std::min(at + dash, length);
            draw.AddLine({from.x + step.x * at, from.y + step.y * at},
                         {from.x + step.x * end, from.y + step.y * end},
                         IM_COL32(255, 255, 255, 230), ui.theme.px(2));
            draw.AddLine({from.x + step.x * end, from.y + step.y * end},
                         {from.x + step.x * std::min(end + dash, length),
                          from.y + step.y * std::min(end + dash, length)},
                         IM_COL32(0, 0, 0, 170), ui.theme.px(2));
        }
    };
    line({safe.left, safe.top}, {safe.right, safe.top});
    line({safe.right, safe.top}, {safe.right, safe.bottom});
    line({safe.right, safe.bottom}, {safe.left, safe.bottom});
    line({safe.left, safe.bottom}, {safe.left, safe.top});
}

namespace {

/// The frame on the stage, and the whole picture behind it.
struct StageBoxes {
    Box stage, frame, picture;
};

StageBoxes boxes_on(const Box& stage, const FrameShape& shape, float inset) {
    StageBoxes boxes{stage, {}, {}};
    boxes.frame =
        fitted({stage.left + inset, stage.top + inset, stage.right - inset, stage.bottom - inset},
               static_cast<float>(shape.aspect) * 1000, 1000);
    const auto& frame = boxes.frame;
    if (is_whole(shape.fit)) {
        boxes.picture = fitted(frame, static_cast<float>(shape.turned.width) * 10,
                               static_cast<float>(shape.turned.height) * 10);
        return boxes;
    }
    const float width = frame.width() / static_cast<float>(shape.crop.width),
                height = frame.height() / static_cast<float>(shape.crop.height);
    auto& placed = boxes.picture;
    placed.left = frame.left - static_cast<float>(shape.crop.x) * width;
    placed.top = frame.top - static_cast<float>(shape.crop.y) * height;
    placed.right = placed.left + width;
    placed.bottom = placed.top + height;
    return boxes;
}

/// The picture, dark outside the frame; with lines at the thirds while it is moved.
void draw_stage(Ui& ui, const StageBoxes& boxes, const SharedPicture& picture,
                const SharedPicture& framed, bool whole, bool held) {
    const auto& [stage, frame, placed] = boxes;
    auto& draw = *ImGui::GetWindowDrawList();
    if (whole)
        draw.AddRectFilled({frame.left, frame.top}, {frame.right, frame.bottom},
                           IM_COL32(90, 96, 104, 255));
    // The result: with blurred or plain areas around the picture.
    if (whole && framed)
        draw.AddImage(ui.texture_of(framed), {frame.left, frame.top}, {frame.right, frame.bottom});
    else if (picture)
        draw.AddImage(ui.texture_of(picture), {placed.left, placed.top},
                      {placed.right, placed.bottom});
    else {
        const auto sign = ImGui::CalcTextSize(icon::clock);
        draw.AddText(
            {(frame.left + frame.right - sign.x) / 2, (frame.top + frame.bottom - sign.y) / 2},
            IM_COL32(255, 255, 255, 200), icon::clock);
    }
    const ImU32 shade = IM_COL32(20, 24, 28, held ? 120 : 175);
    draw.AddRectFilled({stage.left, stage.top}, {stage.right, frame.top}, shade);
    draw.AddRectFilled({stage.left, frame.bottom}, {stage.right, stage.bottom}, shade);
    draw.AddRectFilled({stage.left, frame.top}, {frame.left, frame.bottom}, shade);
    draw.AddRectFilled({frame.right, frame.top}, {stage.right, frame.bottom}, shade);
    if (held) {
        for (int i = 1; i < 3; ++i) {
            const float x = frame.left + frame.width() * static_cast<float>(i) / 3,
                        y = frame.top + frame.height() * static_cast<float>(i) / 3;
            draw.AddLine({x, frame.top}, {x, frame.bottom}, IM_COL32(255, 255, 255, 110));
            draw.AddLine({frame.left, y}, {frame.right, y}, IM_COL32(255, 255, 255, 110));
        }
    }
}

/// Arrows with Shift or Ctrl move the photo; alone they go to the next button.
ImVec2 moved_by_keys() {
    ImVec2 by{0, 0};
    const auto& io = ImGui::GetIO();
    if (!io.KeyShift && !io.KeyCtrl) return by;
    if (key_pressed(Key::left)) by.x = -1;
    if (key_pressed(Key::right)) by.x = 1;
    if (key_pressed(Key::up)) by.y = -1;
    if (key_pressed(Key::down)) by.y = 1;
    return by;
}

}  // namespace

std::optional<Framing> show_framed(Ui& ui, const SharedPicture& picture,
                                   const SharedPicture& framed, const FrameShape& shape,
                                   const Margins& safe_area, ImVec2 size) {
    const auto at = ImGui::GetCursorScreenPos();
    const Box stage{at.x, at.y, at.x + size.x, at.y + size.y};
    ImGui::InvisibleButton("stage", size);
    const bool hovered = ImGui::IsItemHovered(), held = ImGui::IsItemActive();
    const bool focused =
        ui.record(Widget::Kind::area, "stage", tr("The photo under the frame"), stage).focused;
    auto& draw = *ImGui::GetWindowDrawList();
    draw.AddRectFilled({stage.left, stage.top}, {stage.right, stage.bottom},
                       color(ui.theme.colors.stage), ui.theme.px(10));
    draw.PushClipRect({stage.left, stage.top}, {stage.right, stage.bottom}, true);

    const auto boxes = boxes_on(stage, shape, ui.theme.px(26));
    const bool whole = is_whole(shape.fit);
    draw_stage(ui, boxes, picture, framed, whole, held);
    draw_safe_area(ui, boxes.frame, safe_area);
    draw_double_line(draw, ui.theme, boxes.frame);
    draw.PopClipRect();

    if (whole || !picture) return {};
    auto framing = framing_of(shape);
    bool moved = false;
    if (held && ImGui::IsMouseDragging(ImGuiMouseButton_Left, 0)) {
        const auto delta = ImGui::GetIO().MouseDelta;
        if (delta.x != 0 || delta.y != 0) {
            framing.center.x -= delta.x / boxes.picture.width();
            framing.center.y -= delta.y / boxes.picture.height();
            moved = true;
        }
    }
    if (ImGui::IsItemDeactivated()) ui.act(EndBurst{});
    if (hovered) {
        ImGui::SetMouseCursor(ImGuiMouseCursor_ResizeAll);
        if (const float wheel = ImGui::GetIO().MouseWheel; wheel != 0) {
            framing.zoom *= std::pow(1.12, wheel);
            moved = true;
        }
    }
    if (focused) {
        const auto by = moved_by_keys();
        if (by.x != 0 || by.y != 0) {
            framing.center.x += by.x * shape.crop.width * 0.04;
            framing.center.y += by.y * shape.crop.height * 0.04;
            moved = true;
        }
    }
    if (!moved) return {};
    // Movement beyond the edges is dropped, so that moving back answers at once.
    FrameShape after = shape;
    after.crop = crop_for(framing, shape.turned, shape.aspect);
    return framing_of(after);
}

}  // namespace sunting
