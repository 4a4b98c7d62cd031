// Where parts of the upright picture lie in the turned one, also where that is outside of it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <vector>

namespace mediaedit::internal {

/// A turning of pictures of one size: what a recipe does to a picture before it hides and crops.
class MEDIAEDIT_INTERNAL Turning {
public:
    Turning(const Recipe& recipe, PixelSize upright);

    /// May lie outside 0 to 1 where straightening cuts.
    [[nodiscard]] Point of(Point point) const;
    /// The smallest upright area around the turned one; may reach outside 0 to 1.
    [[nodiscard]] Area of(const Area& area) const;

private:
    Turn turn_;
    bool mirror_;
    double cosine_ = 1, sine_ = 0;
    PixelSize before_, after_;  ///< around straightening
};

MEDIAEDIT_INTERNAL bool reaches_into_picture(const Area& area);

/// What of `area` lies in the picture, at least a sliver at the edge.
MEDIAEDIT_INTERNAL Area inside_picture(const Area& area);

/// The same at each moment of a moving area: points are added where an edge of it crosses an edge
/// of the picture, since between two that were cut alone it would lag behind.
MEDIAEDIT_INTERNAL std::vector<PathPoint> inside_picture(const std::vector<PathPoint>& path);

}  // namespace mediaedit::internal
