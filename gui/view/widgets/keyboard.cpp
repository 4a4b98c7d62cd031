// Using the window by keyboard alone.
#include "view/widgets/keyboard.hpp"

#include "platform/imgui_versions.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <string>
#include <utility>

namespace sunting {

void put_ring(const Widget& widget) {
    auto& context = *ImGui::GetCurrentContext();
    ImGui::ClearActiveID();
    ImGui::FocusWindow(widget.window);
    ImGui::SetFocusID(widget.item, widget.window);
    const ImRect box{widget.box.left, widget.box.top, widget.box.right, widget.box.bottom};
    widget.window->NavRectRel[0] = ImGui::WindowRectAbsToRel(widget.window, box);
    ImGui::ScrollToBringRectIntoView(widget.window, box);
    show_ring(context);
    context.NavInputSource = ImGuiInputSource_Keyboard;
    if (widget.kind == Widget::Kind::field) {
        context.NavNextActivateId = widget.item;
        context.NavNextActivateFlags = ImGuiActivateFlags_PreferInput;
    }
}

void move_ring(const std::vector<Widget>& widgets, int direction) {
    std::vector<const Widget*> stops;
    const bool asked = std::ranges::any_of(
        widgets, [](const Widget& widget) { return widget.id.starts_with("question."); });
    for (const auto& widget : widgets)
        if (widget.item != 0 && widget.enabled && (!asked || widget.id.starts_with("question.")))
            stops.push_back(&widget);
    if (stops.empty()) return;

    const auto now = std::ranges::find(stops, ImGui::GetCurrentContext()->NavId, &Widget::item);
    const auto count = static_cast<std::ptrdiff_t>(stops.size());
    const auto next = now == stops.end() ? (direction > 0 ? 0 : count - 1)
                                         : (now - stops.begin() + direction + count) % count;
    put_ring(*stops[static_cast<std::size_t>(next)]);
}

bool has_changed(const std::string& what, bool now) {
    auto& last =
        *ImGui::GetStateStorage()->GetBoolRef(ImGui::GetID(("##was." + what).c_str()), now);
    return std::exchange(last, now) != now;
}

bool has_appeared(const std::string& what) {
    auto& last = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID(("##seen." + what).c_str()), -1);
    const int now = ImGui::GetFrameCount();
    return std::exchange(last, now) != now - 1;
}

}  // namespace sunting
