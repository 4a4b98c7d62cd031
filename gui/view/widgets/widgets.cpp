// What all widgets share: recording, panels, rows.
#include "view/widgets/widgets.hpp"

#include "view/widgets/drawing.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace sunting {

ImU32 color(const ImVec4& of) { return ImGui::ColorConvertFloat4ToU32(of); }

Box fitted(const Box& within, float width, float height) {
    const float scale =
        std::min(within.width() / std::max(1.0F, width), within.height() / std::max(1.0F, height));
    const float w = std::floor(width * scale), h = std::floor(height * scale);
    const float left = std::floor((within.left + within.right - w) / 2),
                top = std::floor((within.top + within.bottom - h) / 2);
    return {left, top, left + w, top + h};
}

const Widget& Ui::record(Widget::Kind kind, const std::string& id, const std::string& label,
                         const Box& box, bool enabled, bool chosen, bool cut) {
    auto& window = *ImGui::GetCurrentWindow();
    const auto clip = window.ClipRect;
    Box seen{std::max(box.left, clip.Min.x), std::max(box.top, clip.Min.y),
             std::min(box.right, clip.Max.x), std::min(box.bottom, clip.Max.y)};
    if (seen.right <= seen.left || seen.bottom <= seen.top) seen = {};
    Widget widget{kind, id, label, box, seen, enabled, chosen, cut};
    if (kind != Widget::Kind::text && kind != Widget::Kind::picture) {
        // A multi-line field leaves only the frame around it as ImGui's last item.
        widget.item = kind == Widget::Kind::field ? ImGui::GetID(typed_id) : ImGui::GetItemID();
        widget.window = &window;
        widget.focused = ImGui::GetIO().NavVisible && ImGui::GetFocusID() == widget.item;
    }
    if (widget.focused)
        window.DrawList->AddRect({box.left - theme.px(3), box.top - theme.px(3)},
                                 {box.right + theme.px(3), box.bottom + theme.px(3)},
                                 color(theme.colors.warning), theme.px(10), 0, theme.px(3));
    return widgets_.emplace_back(std::move(widget));
}

void Ui::record_item(Widget::Kind kind, const std::string& id, const std::string& label,
                     bool enabled, bool chosen, bool cut) {
    record(kind, id, label, item_box(), enabled, chosen, cut);
}

void Ui::beside(float width, float gap) {
    ImGui::SameLine(0, gap);
    if (ImGui::GetContentRegionAvail().x < width) ImGui::NewLine();
}

bool Ui::begin_panel(const std::string& id, ImVec2 size, bool framed) {
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, framed ? theme.px(16, 14) : theme.px(3, 2));
    ImGui::PushStyleColor(ImGuiCol_ChildBg, framed ? theme.colors.panel : ImVec4(0, 0, 0, 0));
    const bool open =
        ImGui::BeginChild(id.c_str(), size, false,
                          ImGuiWindowFlags_AlwaysUseWindowPadding | ImGuiWindowFlags_NavFlattened);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return open;
}

void Ui::end_panel() { ImGui::EndChild(); }

}  // namespace sunting
