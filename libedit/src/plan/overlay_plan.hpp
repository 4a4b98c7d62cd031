// Where an overlay may stand on a canvas, in whole pixels.
#pragma once

#include <mediaedit/plan.hpp>
#include <mediaedit/recipe.hpp>

#include <cstddef>

namespace mediaedit::internal {

/// Inside the margins, and never nearer to an edge than 4 % of the shorter side: text at the very edge looks torn.
PixelRect safe_rect(PixelSize canvas, const Margins& margins) noexcept;

/// Sizes follow the canvas's shorter side, so that a wide and a tall result carry letters of the same weight.
PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index, const Canvas& canvas) noexcept;

}  // namespace mediaedit::internal
