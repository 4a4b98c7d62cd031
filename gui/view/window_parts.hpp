// The parts of the window around the screen.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <imgui.h>

namespace sunting {

/// Pixels at 100 %.
inline constexpr float bar_height = 62, footer_height = 72;

/// An ImGui window without decoration.
void begin_layer(const char* name, ImVec2 at, ImVec2 size, ImGuiWindowFlags more = 0);

/// A part of the main window. The arrow keys go from each part into the others.
void begin_part(const char* name, ImVec2 at, ImVec2 size);

/// At the top: steps or the program's name, settings, help.
void show_bar(const State& state, Ui& ui, ImVec2 size);
/// At the bottom: back, undo, redo, and the main button.
void show_footer(const State& state, Ui& ui, ImVec2 size);
/// A short message that goes away by itself.
void show_toast(const State& state, Ui& ui, ImVec2 size);
/// A question over everything else.
void show_question(const State& state, Ui& ui, ImVec2 size);

}  // namespace sunting
