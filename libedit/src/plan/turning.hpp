// Converts positions in the upright picture to the turned picture, including positions outside it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <vector>

namespace mediaedit::internal {

/// The turn, mirror and straighten of a recipe, for pictures of one size.
class MEDIAEDIT_INTERNAL Turning {
public:
    Turning(const Recipe& recipe, PixelSize upright);

    /// The result lies outside 0 to 1 if straightening crops the point away.
    [[nodiscard]] Point of(Point point) const;
    /// The smallest axis-aligned area that contains the turned one; may reach outside 0 to 1.
    [[nodiscard]] Area of(const Area& area) const;

private:
    Turn turn_;
    bool mirror_;
    double cosine_ = 1, sine_ = 0;
    PixelSize before_, after_;  ///< before and after straightening
};

MEDIAEDIT_INTERNAL bool reaches_into_picture(const Area& area);

/// Clips `area` to the picture. Never empty: at least a sliver at the edge is left.
MEDIAEDIT_INTERNAL Area inside_picture(const Area& area);

/// Clips a moving area. Adds points where one of its edges crosses an edge of the picture, because
/// between two clipped points alone, the clipped area does not move linearly.
MEDIAEDIT_INTERNAL std::vector<PathPoint> inside_picture(const std::vector<PathPoint>& path);

}  // namespace mediaedit::internal
