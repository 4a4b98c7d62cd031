// Perceived contrast. Source: WCAG 2.1, relative luminance and contrast ratio.
#pragma once

#include <mediaedit/geometry.hpp>

namespace mediaedit::internal {

/// The least contrast between text and background (WCAG 2.1, 1.4.3).
inline constexpr double readable_contrast = 4.5;

/// sRGB without alpha. Units: 0 to 1.
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
