// Using the window by keyboard alone.
#pragma once

#include "view/widgets/widgets.hpp"

#include <string>
#include <vector>

namespace sunting {

/// Gives the widget the keyboard focus and scrolls to it; a field begins to take text. Threads: the
/// window's, within a frame.
void put_ring(const Widget& widget);

/// Moves the keyboard focus to the next (1) or previous (-1) usable widget. Dear ImGui 1.86 moves
/// it among fields only. While a question is open, only its buttons can be reached. Threads: the
/// window's, between the last widget of a frame and ImGui::Render().
void move_ring(const std::vector<Widget>& widgets, int direction);

/// Whether the value differs from when the same window was last drawn. False at the first time.
bool has_changed(const std::string& what, bool now);
/// Whether it was absent in the previous frame. Call it once in each frame.
bool has_appeared(const std::string& what);

}  // namespace sunting
