// A picture under a frame, where it is moved and zoomed.
#pragma once

#include "model/framing.hpp"
#include "model/state.hpp"
#include "view/widgets/widgets.hpp"

#include <mediaedit/geometry.hpp>

#include <optional>
#include <vector>

namespace sunting {

/// Draws `picture` under a frame, dark outside it. `framed`: the result, where the frame shows the
/// whole picture. Returns the framing when the person moved or zoomed the picture.
std::optional<Framing> show_framed(Ui& ui, const SharedPicture& picture,
                                   const SharedPicture& framed, const FrameShape& shape,
                                   const mediaedit::Margins& safe_area, ImVec2 size);

/// A line that can be seen on every background: dark and light side by side.
void draw_double_line(ImDrawList& draw, const Theme& theme, const Box& box, float rounding = 0);

/// The safe area of a placement as a dashed line on its result.
void draw_safe_area(Ui& ui, const Box& result, const mediaedit::Margins& safe_area);

}  // namespace sunting
