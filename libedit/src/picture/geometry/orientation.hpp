// The eight ways a camera may have stored a picture, and how to set it upright. The one place for
// it.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// EXIF's numbers. The name tells what must be done to the stored picture, in this order: mirror
/// left-right, turn clockwise.
enum class Orientation {
    upright = 1,
    mirror = 2,
    half = 3,
    mirror_half = 4,
    mirror_left = 5,  ///< transpose
    right = 6,
    mirror_right = 7,  ///< transverse
    left = 8,
};

/// A number from a file; anything outside 1 to 8 is `upright`.
MEDIAEDIT_INTERNAL Orientation orientation_from_exif(int number) noexcept;

/// The orientation of a mirror (first) and a turn.
MEDIAEDIT_INTERNAL Orientation orientation_of(bool mirror, Turn turn) noexcept;

/// Whether width and height change places.
MEDIAEDIT_INTERNAL bool swaps_sides(Orientation orientation) noexcept;

/// Clockwise turn of the name, 0 90 180 270, and whether it mirrors.
MEDIAEDIT_INTERNAL int turn_degrees(Orientation orientation) noexcept;
MEDIAEDIT_INTERNAL bool mirrors(Orientation orientation) noexcept;

MEDIAEDIT_INTERNAL PixelSize set_upright(PixelSize stored, Orientation orientation) noexcept;

/// Any type of cv::Mat; the same data is returned for `upright`.
cv::Mat set_upright(const cv::Mat& stored, Orientation orientation);

/// As above, into `to`, which may be a part of a larger picture. Never in place.
MEDIAEDIT_INTERNAL void set_upright(const cv::Mat& stored, Orientation orientation, cv::Mat& to);

/// Where `rows` stored rows from `first_row` on lie in the upright picture, so that a picture can
/// be set upright strip by strip.
PixelRect rows_set_upright(PixelSize stored, Orientation orientation, int first_row,
                           int rows) noexcept;

}  // namespace mediaedit::internal
