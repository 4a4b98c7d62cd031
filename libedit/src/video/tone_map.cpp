// One colour of a HDR or wide video as an ordinary screen shows it.
#include "video/tone_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Diffuse white, which becomes the brightest that an ordinary screen shows, but for what the curve keeps for highlights.
constexpr double white_nits = 203;
constexpr double hlg_peak_nits = 1000;
constexpr double hlg_system_gamma = 1.2;
constexpr double screen_gamma = 2.4;
/// Curving each channel by itself fades bright colours as film does but turns their hue; curving the brightest keeps both. Half of each.
constexpr double film_share = 0.5;
/// Colours that come this near to what BT.709 can show are eased towards it, so that what lies beyond keeps its shades.
constexpr double eased_from = 0.8;

namespace pq {
constexpr double m1 = 2610.0 / 16384, m2 = 2523.0 / 4096 * 128, c1 = 3424.0 / 4096, c2 = 2413.0 / 4096 * 32, c3 = 2392.0 / 4096 * 32;
constexpr double most_nits = 10000;

double to_nits(double code) noexcept {
    const double power = std::pow(std::max(0.0, code), 1 / m2);
    return most_nits * std::pow(std::max(0.0, power - c1) / (c2 - c3 * power), 1 / m1);
}
double from_nits(double nits) noexcept {
    const double power = std::pow(std::max(0.0, nits) / most_nits, m1);
    return std::pow((c1 + c2 * power) / (1 + c3 * power), m2);
}
}  // namespace pq

/// Scene light of a HLG signal.
double hlg_scene(double code) noexcept {
    constexpr double a = 0.17883277, b = 0.28466892, c = 0.55991073;
    code = std::max(0.0, code);
    return code <= 0.5 ? code * code / 3 : (std::exp((code - c) / a) + b) / 12;
}

using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix bt2020_to_bt709{{{1.660491, -0.587641, -0.072850}, {-0.124550, 1.132900, -0.008349}, {-0.018151, -0.100579, 1.118730}}};
constexpr Matrix p3_to_bt709{{{1.224940, -0.224940, 0}, {-0.042057, 1.042057, 0}, {-0.019638, -0.078636, 1.098274}}};

RgbSignal multiplied(const Matrix& by, const RgbSignal& colour) noexcept {
    const auto row = [&](std::size_t i) { return by[i][0] * colour.red + by[i][1] * colour.green + by[i][2] * colour.blue; };
    return {row(0), row(1), row(2)};
}

template <class Change>
RgbSignal each(const RgbSignal& colour, const Change& change) noexcept {
    return {change(colour.red), change(colour.green), change(colour.blue)};
}

/// Moves a colour towards the grey of its own brightness until an ordinary screen can show it. Units: light, 0 to 1.
RgbSignal eased_into_gamut(const RgbSignal& colour) noexcept {
    const double grey = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
    if (grey <= 0) return {};
    if (grey >= 1) return {1, 1, 1};
    // How far the colour is on the way from grey to where the gamut ends.
    const auto distance = [grey](double value) { return value > grey ? (value - grey) / (1 - grey) : (grey - value) / grey; };
    const double farthest = std::max({distance(colour.red), distance(colour.green), distance(colour.blue)});
    if (farthest <= eased_from) return colour;
    const double rest = 1 - eased_from;
    const double eased = eased_from + rest * (1 - std::exp(-(farthest - eased_from) / rest));
    return each(colour, [&](double value) { return grey + (value - grey) * eased / farthest; });
}

}  // namespace

ToneMap::ToneMap(AVColorTransferCharacteristic transfer, AVColorPrimaries primaries, double peak_nits)
    : transfer_(transfer), primaries_(primaries), peak_(transfer == AVCOL_TRC_ARIB_STD_B67 ? hlg_peak_nits : peak_nits), peak_code_(pq::from_nits(peak_)),
      target_code_(pq::from_nits(white_nits) / peak_code_) {}

RgbSignal ToneMap::to_light(const RgbSignal& signal) const noexcept {
    if (transfer_ == AVCOL_TRC_SMPTE2084) return each(signal, pq::to_nits);
    const RgbSignal scene = each(signal, hlg_scene);
    const double bright = 0.2627 * scene.red + 0.6780 * scene.green + 0.0593 * scene.blue;
    const double gain = hlg_peak_nits * std::pow(std::max(bright, 1e-9), hlg_system_gamma - 1);
    return each(scene, [gain](double value) { return gain * value; });
}

/// The curve of BT.2390 from the video's peak to diffuse white: straight where it is dark, bent before the end. Units: nits to 0 ... 1.
double ToneMap::squeezed(double nits) const noexcept {
    const double code = std::min(1.0, pq::from_nits(nits) / peak_code_);
    const double knee = 1.5 * target_code_ - 0.5;
    if (code <= knee || target_code_ >= 1) return std::min(1.0, nits / white_nits);
    const double t = (code - knee) / (1 - knee), t2 = t * t, t3 = t2 * t;
    const double bent = (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) + (-2 * t3 + 3 * t2) * target_code_;
    return std::min(1.0, pq::to_nits(bent * peak_code_) / white_nits);
}

RgbSignal ToneMap::operator()(const RgbSignal& signal) const noexcept {
    RgbSignal light;
    if (transfer_ == AVCOL_TRC_SMPTE2084 || transfer_ == AVCOL_TRC_ARIB_STD_B67) {
        const RgbSignal nits = to_light(signal);
        const double brightest = std::max({nits.red, nits.green, nits.blue});
        if (brightest <= 0) return {};
        const double gain = squeezed(brightest) / brightest;
        light = each(nits, [&](double value) { return film_share * squeezed(value) + (1 - film_share) * gain * value; });
    } else {
        light = each(signal, [](double value) { return std::pow(std::clamp(value, 0.0, 1.0), screen_gamma); });
    }
    if (primaries_ == AVCOL_PRI_BT2020) light = eased_into_gamut(multiplied(bt2020_to_bt709, light));
    else if (primaries_ != AVCOL_PRI_BT709) light = eased_into_gamut(multiplied(p3_to_bt709, light));
    return each(light, [](double value) { return std::pow(std::clamp(value, 0.0, 1.0), 1 / screen_gamma); });
}

}  // namespace mediaedit::internal
