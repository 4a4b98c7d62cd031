// Using the window by keyboard alone.
#pragma once

#include "view/widgets.hpp"

namespace sunting {

/// Takes the keyboard's ring to the next (1) or former (-1) of `widgets` that can be used, scrolls there, and begins to type in a field.
/// Dear ImGui 1.86 does so among fields only. While a question is open, only its buttons can be reached.
/// Threads: the window's, between the last widget of a frame and ImGui::Render().
void move_ring(const std::vector<Widget>& widgets, int direction);

}  // namespace sunting
