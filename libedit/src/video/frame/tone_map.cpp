// Tone maps a colour of an HDR or wide-gamut video for SDR screens.
#include "video/frame/tone_map.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// The luminance of SDR white: a little above diffuse white (203 nits), to leave the curve some
/// room for highlights.
constexpr double screen_nits = 240;
constexpr double hlg_peak_nits = 1000;
constexpr double hlg_system_gamma = 1.2;
constexpr double screen_gamma = 2.4;
/// Mapping each channel separately desaturates bright colours as film does, but shifts their hue;
/// mapping by the brightest channel keeps both. This is half of each.
constexpr double film_share = 0.5;
/// Colours more saturated than this share of BT.709's gamut are compressed, so that those outside
/// it keep their gradations.
constexpr double eased_from = 0.85;

namespace pq {
constexpr double m1 = 2610.0 / 16384, m2 = 2523.0 / 4096 * 128, c1 = 3424.0 / 4096,
                 c2 = 2413.0 / 4096 * 32, c3 = 2392.0 / 4096 * 32;
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

/// Scene light of an HLG signal.
double hlg_scene(double code) noexcept {
    constexpr double a = 0.17883277, b = 0.28466892, c = 0.55991073;
    code = std::max(0.0, code);
    return code <= 0.5 ? code * code / 3 : (std::exp((code - c) / a) + b) / 12;
}

using Matrix = std::array<std::array<double, 3>, 3>;
constexpr Matrix bt2020_to_bt709{{{1.660491, -0.587641, -0.072850},
                                  {-0.124550, 1.132900, -0.008349},
                                  {-0.018151, -0.100579, 1.118730}}};
constexpr Matrix p3_to_bt709{
    {{1.224940, -0.224940, 0}, {-0.042057, 1.042057, 0}, {-0.019638, -0.078636, 1.098274}}};

RgbSignal multiplied(const Matrix& by, const RgbSignal& colour) noexcept {
    const auto row = [&](std::size_t i) {
        return by[i][0] * colour.red + by[i][1] * colour.green + by[i][2] * colour.blue;
    };
    return {row(0), row(1), row(2)};
}

template <class Change>
RgbSignal each(const RgbSignal& colour, const Change& change) noexcept {
    return {change(colour.red), change(colour.green), change(colour.blue)};
}

/// Desaturates a colour at constant luminance until no channel is below black. Units: linear light,
/// any scale.
RgbSignal eased_into_gamut(const RgbSignal& colour) noexcept {
    const double grey = 0.2126 * colour.red + 0.7152 * colour.green + 0.0722 * colour.blue;
    if (grey <= 0) return {};
    const double saturation = (grey - std::min({colour.red, colour.green, colour.blue})) / grey;
    if (saturation <= eased_from) return colour;
    const double rest = 1 - eased_from;
    const double eased = eased_from + rest * (1 - std::exp(-(saturation - eased_from) / rest));
    return each(colour, [&](double value) { return grey + (value - grey) * eased / saturation; });
}

}  // namespace

ToneMap::ToneMap(AVColorTransferCharacteristic transfer, AVColorPrimaries primaries,
                 double peak_nits)
    : transfer_(transfer),
      primaries_(primaries),
      peak_(transfer == AVCOL_TRC_ARIB_STD_B67 ? hlg_peak_nits : peak_nits),
      peak_code_(pq::from_nits(peak_)),
      target_code_(pq::from_nits(screen_nits) / peak_code_) {}

RgbSignal ToneMap::to_light(const RgbSignal& signal) const noexcept {
    if (transfer_ == AVCOL_TRC_SMPTE2084) return each(signal, pq::to_nits);
    const RgbSignal scene = each(signal, hlg_scene);
    const double bright = 0.2627 * scene.red + 0.6780 * scene.green + 0.0593 * scene.blue;
    const double gain = hlg_peak_nits * std::pow(std::max(bright, 1e-9), hlg_system_gamma - 1);
    return each(scene, [gain](double value) { return gain * value; });
}

/// The EETF curve of BT.2390 from the video's peak to the screen's: linear in the shadows, with a
/// knee before the end. Units: nits to 0 ... 1.
double ToneMap::squeezed(double nits) const noexcept {
    const double code = std::min(1.0, pq::from_nits(nits) / peak_code_);
    const double knee = 1.5 * target_code_ - 0.5;
    if (code <= knee || target_code_ >= 1) return std::min(1.0, nits / screen_nits);
    const double t = (code - knee) / (1 - knee), t2 = t * t, t3 = t2 * t;
    const double bent = (2 * t3 - 3 * t2 + 1) * knee + (t3 - 2 * t2 + t) * (1 - knee) +
                        (-2 * t3 + 3 * t2) * target_code_;
    return std::min(1.0, pq::to_nits(bent * peak_code_) / screen_nits);
}

RgbSignal ToneMap::squeezed(const RgbSignal& nits) const noexcept {
    const double brightest = std::max({nits.red, nits.green, nits.blue});
    if (brightest <= 0) return {};
    const double gain = squeezed(brightest) / brightest;
    return each(nits, [&](double value) {
        return film_share * squeezed(value) + (1 - film_share) * gain * value;
    });
}

RgbSignal ToneMap::operator()(const RgbSignal& signal) const noexcept {
    const bool is_hdr = transfer_ == AVCOL_TRC_SMPTE2084 || transfer_ == AVCOL_TRC_ARIB_STD_B67;
    RgbSignal light = is_hdr ? to_light(signal) : each(signal, [](double value) {
        return std::pow(std::max(value, 0.0), screen_gamma);
    });
    if (primaries_ != AVCOL_PRI_BT709)
        light = eased_into_gamut(
            multiplied(primaries_ == AVCOL_PRI_BT2020 ? bt2020_to_bt709 : p3_to_bt709, light));
    if (is_hdr) light = squeezed(light);
    return each(light, [](double value) {
        return std::pow(std::clamp(value, 0.0, 1.0), 1 / screen_gamma);
    });
}

}  // namespace mediaedit::internal
