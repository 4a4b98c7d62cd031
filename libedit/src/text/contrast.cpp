// The formulas of WCAG 2.1.
#include "text/contrast.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

double to_linear(double value) noexcept {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}
double to_srgb(double value) noexcept {
    return value <= 0.0031308 ? value * 12.92 : 1.055 * std::pow(value, 1 / 2.4) - 0.055;
}

}  // namespace

Rgb over(const Color& top, const Rgb& ground) noexcept {
    const double alpha = top.alpha / 255.0;
    const auto mix = [alpha](unsigned char one, double other) {
        return alpha * one / 255.0 + (1 - alpha) * other;
    };
    return {mix(top.red, ground.red), mix(top.green, ground.green), mix(top.blue, ground.blue)};
}

double luminance(const Rgb& color) noexcept {
    return 0.2126 * to_linear(color.red) + 0.7152 * to_linear(color.green) +
           0.0722 * to_linear(color.blue);
}

Rgb grey_of(double luminance) noexcept {
    const double grey = to_srgb(std::clamp(luminance, 0.0, 1.0));
    return {grey, grey, grey};
}

double contrast(double one_luminance, double other_luminance) noexcept {
    const auto [darker, lighter] = std::minmax(one_luminance, other_luminance);
    return (lighter + 0.05) / (darker + 0.05);
}

}  // namespace mediaedit::internal
