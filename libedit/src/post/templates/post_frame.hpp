// The measures of a post for one placement, in pixels: margins, steps, type scale, and the areas of
// its parts.
#pragma once

#include "post/templates/template_file.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/placement.hpp>

#include <vector>

namespace mediaedit::internal {

Shape shape_of(PixelSize size) noexcept;

/// Units: pixels.
struct PostFrame {
    PostFrame(const Placement& placement, Shape shape);

    PixelSize size;
    Margins unsafe;
    double shorter;  ///< the shorter side
    double type;     ///< the factor of text sizes; larger for shapes that are shown small
    int step;        ///< gaps are multiples of it
    int margin;      ///< at the edges, and between words and photos
    PixelRect safe;  ///< for words: inside the platform's safe area and the margin

    /// As fractions of the result.
    [[nodiscard]] Area area(const PixelRect& rect) const noexcept;
    [[nodiscard]] double fraction(double px) const noexcept { return px / shorter; }
};

struct Parts {
    PixelRect words;    ///< with the margins: the coloured ground
    PixelRect content;  ///< the part of it for words
    PixelRect photos;
    PixelRect stripe;  ///< empty: there is none
};

/// The side of the layout. Words at the bottom go to the top where the platform's interface covers
/// the bottom.
Side side_of(const Layout& layout, const PostFrame& frame) noexcept;

/// The area for words on a ground that takes the share `most`. Its width stays the same when the
/// ground becomes lower.
PixelRect widest_content(const Layout& layout, const PostFrame& frame, double most) noexcept;

/// Divides the result between photos and words of the height `words_height_px`.
Parts share_out(const Layout& layout, const PostFrame& frame, double most,
                int words_height_px) noexcept;

/// Divides the area of the photos among `count` photos.
std::vector<PixelRect> photo_cells(const PixelRect& photos, Cells cells, int count,
                                   const PostFrame& frame);

PixelRect common_part(const PixelRect& one, const PixelRect& other) noexcept;

}  // namespace mediaedit::internal
