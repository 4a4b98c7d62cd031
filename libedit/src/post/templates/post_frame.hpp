// The measures of a post: its margins, steps and type scale in the pixels of one placement, and how
// its parts share it.
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
    double
        type;  ///< how much larger words are than on an upright post, where a shape is shown small
    int step;  ///< of which gaps are multiples
    int margin;      ///< from the edges, and of words from photos
    PixelRect safe;  ///< where words may stand: inside the platform's area and the margin

    /// As fractions of the result.
    [[nodiscard]] Area area(const PixelRect& rect) const noexcept;
    [[nodiscard]] double fraction(double px) const noexcept { return px / shorter; }
};

struct Parts {
    PixelRect words;    ///< the whole ground
    PixelRect content;  ///< where words may stand on it
    PixelRect photos;
    PixelRect stripe;  ///< empty without one
};

/// The side of the layout, but for words at the foot of a shape whose foot belongs to the platform:
/// they go to the top.
Side side_of(const Layout& layout, const PostFrame& frame) noexcept;

/// Where words may stand on a ground that takes the share `most`: the width does not change when it
/// closes up at the top or bottom.
PixelRect widest_content(const Layout& layout, const PostFrame& frame, double most) noexcept;

/// The result shared between words of `words_height_px` and photos.
Parts share_out(const Layout& layout, const PostFrame& frame, double most,
                int words_height_px) noexcept;

/// The photos' part for `count` photos.
std::vector<PixelRect> photo_cells(const PixelRect& photos, Cells cells, int count,
                                   const PostFrame& frame);

PixelRect common_part(const PixelRect& one, const PixelRect& other) noexcept;

}  // namespace mediaedit::internal
