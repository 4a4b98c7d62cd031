// What the widgets share: pressable areas, shortened text, centered signs.
#pragma once

#include "view/widgets/theme.hpp"
#include "view/widgets/widgets.hpp"

#include <imgui.h>

#include <string>

namespace sunting {

/// ImGui's id of a text field, inside the id of its widget.
inline constexpr const char* typed_id = "##type";

/// The box of ImGui's last item.
Box item_box();

struct Pressable {
    bool pressed, hovered, held;
    Box box;
};
/// An invisible button for mouse and keyboard. It is ImGui's last item afterwards.
Pressable pressable(const std::string& id, ImVec2 size, bool enabled = true);

/// The text, shortened with an ellipsis if it is wider than `width`.
std::string shortened(const std::string& text, float width);

/// An icon or one line of text in the middle of `box`.
void draw_centered(const Box& box, ImU32 color, const char* text);

/// A filled circle with a sign: a number or a check.
void draw_badge(const Theme& theme, ImVec2 middle, float radius, const char* sign);

}  // namespace sunting
