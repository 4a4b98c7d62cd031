// Choosing a part of a picture that shall be covered.
#pragma once

#include "view/widgets/widgets.hpp"

#include <mediaedit/geometry.hpp>

#include <optional>

namespace sunting {

/// Over a picture shown in `picture`: a part is dragged over by mouse, or placed by arrow keys
/// where the keyboard is used; the ring then comes here by itself. Gives it, in fractions of the
/// picture, when the mouse is let go or Space or Enter is pressed.
std::optional<mediaedit::Area> choose_cover(Ui& ui, const Box& picture);

}  // namespace sunting
