// Choosing an area of a picture to cover.
#pragma once

#include "view/widgets/widgets.hpp"

#include <mediaedit/geometry.hpp>

#include <optional>

namespace sunting {

/// An area is dragged with the mouse, or moved by arrow keys; if the keyboard is in use, this takes
/// its focus. `picture`: where the picture is shown. Returns the area, in fractions of the picture,
/// when the mouse button is released or Space or Enter is pressed.
std::optional<mediaedit::Area> choose_cover(Ui& ui, const Box& picture);

}  // namespace sunting
