// Where overlays may stand on a result, and how large they are there.
#pragma once

#include <mediaedit/geometry.hpp>
#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <cstddef>

namespace mediaedit::internal {

/// What overlays keep inside: `size` less its margins, and always less 4 % of the shorter side, as
/// ink at the very edge looks like an accident. Never empty.
PixelRect safe_rect(PixelSize size, const Margins& margins) noexcept;

/// The numbers of one overlay on a result of `canvas.size`, which must not be empty.
PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index,
                            const Canvas& canvas) noexcept;

}  // namespace mediaedit::internal
