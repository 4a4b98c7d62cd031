// Converts positions in a picture as it was taken to positions after the recipe's turning.
//
//     recipe.hidden[0] = as_seen(hide_face(face), recipe, info.size);
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit {

/// Converts `part` of the picture as it was taken to the picture that `recipe` has turned, mirrored
/// and straightened. Returns the smallest area that contains it, so that what was found in the one
/// can be hidden in the other. The area is clipped where straightening cuts the picture, but never
/// empty, so that it is always valid in a recipe. Units: fractions of the picture. `upright` is its
/// size as taken (MediaInfo::size), above 0.
MEDIAEDIT_API Area as_seen(const Area& part, const Recipe& recipe, PixelSize upright);
MEDIAEDIT_API Point as_seen(const Point& point, const Recipe& recipe, PixelSize upright);

/// As above, for an area that may move, as hide_face returns it.
MEDIAEDIT_API HiddenArea as_seen(const HiddenArea& hidden, const Recipe& recipe, PixelSize upright);

}  // namespace mediaedit
