// Adjusts light and colour: one curve per channel, then saturation, in one pass.
#include "picture/color/adjust.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

using Curve = std::array<unsigned char, 256>;

constexpr double light_strength = 0.9;  // in stops of gamma
constexpr double warmth_strength = 0.16;
constexpr double color_strength = 0.7;  // added saturation at 1; at -1 the picture is grey

double smooth_step(double v) { return v * v * (3 - 2 * v); }

Curve make_curve(const Adjust& adjustment, double warmth) {
    Curve curve{};
    const double gamma = std::exp2(-light_strength * adjustment.light);
    for (int i = 0; i < 256; ++i) {
        double v = std::pow(i / 255.0, gamma);
        if (adjustment.contrast >= 0) v += adjustment.contrast * (smooth_step(v) - v);
        else v += adjustment.contrast * 0.5 * (v - 0.5);
        v += warmth * warmth_strength * 2 * v *
             (1 - v);  // strongest in the mid-tones, none at black and white
        curve[i] = static_cast<unsigned char>(std::lround(std::clamp(v, 0.0, 1.0) * 255));
    }
    return curve;
}

template <int channels>
void apply(cv::Mat& picture, const Curve& red, const Curve& green, const Curve& blue,
           int saturation) {
    for (int y = 0; y < picture.rows; ++y) {
        auto* pixel = picture.ptr<unsigned char>(y);
        for (int x = 0; x < picture.cols; ++x, pixel += channels) {
            const int r = red[pixel[0]], g = green[pixel[1]], b = blue[pixel[2]];
            const int grey = (77 * r + 150 * g + 29 * b + 128) >> 8;
            // saturation in 1/256: grey + s * (value - grey)
            const auto saturated = [&](int value) {
                return static_cast<unsigned char>(
                    std::clamp(grey + ((saturation * (value - grey) + 128) >> 8), 0, 255));
            };
            pixel[0] = saturated(r);
            pixel[1] = saturated(g);
            pixel[2] = saturated(b);
        }
    }
}

}  // namespace

void adjust(cv::Mat& picture, const Adjust& adjustment) {
    const Curve red = make_curve(adjustment, adjustment.warmth), green = make_curve(adjustment, 0),
                blue = make_curve(adjustment, -adjustment.warmth);
    const double factor =
        adjustment.color >= 0 ? 1 + color_strength * adjustment.color : 1 + adjustment.color;
    const int saturation = static_cast<int>(std::lround(factor * 256));
    if (picture.channels() == 4) apply<4>(picture, red, green, blue, saturation);
    else apply<3>(picture, red, green, blue, saturation);
}

}  // namespace mediaedit::internal
