// Where a picture is looked at and moved: the largest thing on its screen.
#pragma once

#include "model/framing.hpp"
#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/geometry.hpp>

#include <optional>
#include <vector>

namespace sunting {

/// Draws `picture` under a frame; what lies outside is dimmed. `framed`: what the frame shows where
/// that is all of the picture. Gives the framing after the person moved or zoomed it.
std::optional<Framing> show_framed(Ui& ui, const SharedPicture& picture,
                                   const SharedPicture& framed, const FrameShape& shape,
                                   const mediaedit::Margins& safe_area, ImVec2 size);

/// A line that can be seen on every ground: dark and light side by side.
void draw_double_line(ImDrawList& draw, const Theme& theme, const Box& box, float rounding = 0);

/// The safe area of a placement on its result, with its name.
void draw_safe_area(Ui& ui, const Box& result, const mediaedit::Margins& safe_area);

}  // namespace sunting
