// The parts of the screen for text and logo.
#pragma once

#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/placement.hpp>

#include <imgui.h>

namespace sunting {

/// The result for a placement; a free text can be dragged in it.
void show_preview(const State& state, Ui& ui, const mediaedit::Placement& shown, ImVec2 size);

/// A text and the village's logo, without a template.
void show_free_words(const State& state, Ui& ui);

}  // namespace sunting
