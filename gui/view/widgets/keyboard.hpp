// Using the window by keyboard alone.
#pragma once

#include "view/widgets/widgets.hpp"

#include <string>
#include <vector>

namespace sunting {

/// Takes the keyboard's ring there, scrolls to it, and begins to type if it is a field. Threads:
/// the window's, within a frame.
void put_ring(const Widget& widget);

/// Takes the ring to the next (1) or former (-1) of `widgets` that can be used.
/// Dear ImGui 1.86 does so among fields only. While a question is open, only its buttons can be
/// reached. Threads: the window's, between the last widget of a frame and ImGui::Render().
void move_ring(const std::vector<Widget>& widgets, int direction);

/// Whether it was something else when the same window was last drawn; the first time it was not.
bool has_changed(const std::string& what, bool now);
/// Whether it was not there in the frame before. Asked once a frame.
bool has_appeared(const std::string& what);

}  // namespace sunting
