// The eight EXIF orientations, and how to make a picture upright.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <opencv2/core/mat.hpp>

namespace mediaedit::internal {

/// The values are those of EXIF. The name says how to make the stored picture upright, in this
/// order: mirror left-right, turn clockwise.
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

/// Values outside 1 to 8 give `upright`.
MEDIAEDIT_INTERNAL Orientation orientation_from_exif(int number) noexcept;

/// The orientation that mirrors first, then turns.
MEDIAEDIT_INTERNAL Orientation orientation_of(bool mirror, Turn turn) noexcept;

/// Whether width and height are swapped.
MEDIAEDIT_INTERNAL bool swaps_sides(Orientation orientation) noexcept;

/// The clockwise turn in degrees, 0 90 180 270, and whether it mirrors.
MEDIAEDIT_INTERNAL int turn_degrees(Orientation orientation) noexcept;
MEDIAEDIT_INTERNAL bool mirrors(Orientation orientation) noexcept;

MEDIAEDIT_INTERNAL PixelSize set_upright(PixelSize stored, Orientation orientation) noexcept;

/// Shapes: any type of cv::Mat. For `upright`, the result shares the data of `stored`.
cv::Mat set_upright(const cv::Mat& stored, Orientation orientation);

/// As above, into `to`, which may be a part of a larger picture, but not share data with `stored`.
MEDIAEDIT_INTERNAL void set_upright(const cv::Mat& stored, Orientation orientation, cv::Mat& to);

/// The area in the upright picture of `rows` stored rows from `first_row` on, so that a picture can
/// be made upright strip by strip.
PixelRect rows_set_upright(PixelSize stored, Orientation orientation, int first_row,
                           int rows) noexcept;

}  // namespace mediaedit::internal
