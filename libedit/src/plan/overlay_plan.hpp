// Positions and sizes of overlays in pixels of the result.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <cstddef>

namespace mediaedit::internal {

/// The area for overlays: `size` without its margins, which are at least 4 % of the shorter side
/// because text at the very edge looks like a mistake. Never empty.
PixelRect safe_rect(PixelSize size, const Margins& margins) noexcept;

/// Plans one overlay on a result of `canvas.size`, which must not be empty.
PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index,
                            const Canvas& canvas) noexcept;

}  // namespace mediaedit::internal
