// How well a colour stands out, by WCAG 2.
#pragma once

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// 0 black to 1 white. Source: WCAG 2.1, relative luminance.
double relative_luminance(Color color) noexcept;

/// 1 (none) to 21. Source: WCAG 2.1, contrast ratio.
constexpr double contrast_ratio(double one, double other) noexcept {
    return one > other ? (one + 0.05) / (other + 0.05) : (other + 0.05) / (one + 0.05);
}

/// What large text needs (WCAG asks 3) and what small text needs (4.5): ours is held to the stricter.
constexpr double readable_contrast = 4.5;

}  // namespace mediaedit::internal
