// Contrast as the eye sees it. Source: WCAG 2.1, relative luminance and contrast ratio.
#pragma once

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// What text needs against what lies behind it (WCAG 2.1, 1.4.3).
inline constexpr double readable_contrast = 4.5;

/// Straight sRGB without alpha. Units: 0 to 1.
struct Rgb {
    double red = 0;
    double green = 0;
    double blue = 0;
};

Rgb over(const Color& top, const Rgb& ground) noexcept;

/// Units: 0 black to 1 white.
double luminance(const Rgb& color) noexcept;

/// The grey of that luminance.
Rgb grey_of(double luminance) noexcept;

/// Units: 1 (the same) to 21 (black on white).
double contrast(double one_luminance, double other_luminance) noexcept;

}  // namespace mediaedit::internal
