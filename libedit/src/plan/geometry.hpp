// The arithmetic of crops and fits, in whole pixels.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// The nearest whole pixels, at least one wide and high, inside `picture`.
PixelRect to_pixels(const Area& area, PixelSize picture) noexcept;

/// The whole pixels that `area` touches: rounded outward, so that nothing that should be hidden
/// shows at an edge.
PixelRect to_pixels_outward(const Area& area, PixelSize picture) noexcept;

PixelSize turned_size(PixelSize size, Turn turn) noexcept;

/// The largest centred part, of the same shape, that has no empty corner after a rotation by
/// `degrees`.
///
///     +-----------+      the slanted picture
///     | /+-----+\ |      the part that is kept
///     |/ |     | \|
PixelSize straightened_size(PixelSize size, double degrees) noexcept;

/// The largest part of `within` that has the shape of `shape`, its middle as near to `focus` (in
/// pixels of the same picture) as it can be.
PixelRect cover_crop(const PixelRect& within, PixelSize shape, double focus_x_px,
                     double focus_y_px) noexcept;

/// The largest rectangle of the shape of `content`, in the middle of `canvas`.
PixelRect contain_place(PixelSize content, PixelSize canvas) noexcept;

}  // namespace mediaedit::internal
