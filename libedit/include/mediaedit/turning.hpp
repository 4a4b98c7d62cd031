// Where parts of a picture lie once a recipe has turned it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit {

/// Where `part` of the picture as it was taken lies in the picture as seen, which `recipe` turns,
/// mirrors and straightens: the smallest area around it, for what was found in the one to be hidden
/// in the other. Of what lies outside (where straightening cuts) it keeps what lies inside, at
/// least a sliver at the edge, so that the area is always valid in a recipe. Units: fractions of
/// the picture. `upright`: its size as taken (MediaInfo::size), above 0.
MEDIAEDIT_API Area as_seen(const Area& part, const Recipe& recipe, PixelSize upright);
MEDIAEDIT_API Point as_seen(const Point& point, const Recipe& recipe, PixelSize upright);

/// The same of an area that moves, as hide_face gives it.
MEDIAEDIT_API HiddenArea as_seen(const HiddenArea& hidden, const Recipe& recipe, PixelSize upright);

}  // namespace mediaedit
