// Crop and fit arithmetic in whole pixels.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// `area` rounded to the nearest pixels, at least 1 x 1, inside `picture`.
PixelRect to_pixels(const Area& area, PixelSize picture) noexcept;

/// `area` rounded outward to all pixels that it touches, so that nothing to hide shows at an edge.
PixelRect to_pixels_outward(const Area& area, PixelSize picture) noexcept;

PixelSize turned_size(PixelSize size, Turn turn) noexcept;

/// The largest centred part of the same aspect ratio without empty corners after a rotation by
/// `degrees`.
///
///     +-----------+      the rotated picture
///     | /+-----+\ |      the part that is kept
///     |/ |     | \|
PixelSize straightened_size(PixelSize size, double degrees) noexcept;

/// The largest part of `within` that has the aspect ratio of `shape`, with its centre as near to
/// the focus (in pixels of the same picture) as possible.
PixelRect cover_crop(const PixelRect& within, PixelSize shape, double focus_x_px,
                     double focus_y_px) noexcept;

/// The largest rectangle with the aspect ratio of `content`, centred in `canvas`.
PixelRect contain_place(PixelSize content, PixelSize canvas) noexcept;

}  // namespace mediaedit::internal
