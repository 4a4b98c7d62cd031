// Positions a box by its anchor.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// A box of `size` at `anchor` inside `within`. A larger box extends evenly beyond the sides that
/// the anchor leaves free.
constexpr PixelRect place_box(PixelSize size, const PixelRect& within, Anchor anchor) noexcept {
    const int column = static_cast<int>(anchor) % 3;
    const int row = static_cast<int>(anchor) / 3;
    return {within.x + (within.width - size.width) * column / 2,
            within.y + (within.height - size.height) * row / 2, size.width, size.height};
}

}  // namespace mediaedit::internal
