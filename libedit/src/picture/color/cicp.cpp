// Colour profiles for the code points of ITU-T H.273.
#include "picture/color/icc.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

namespace mediaedit::internal {
namespace {

constexpr std::array<double, 2> d65{0.3127, 0.3290}, illuminant_c{0.310, 0.316};

struct NamedColours {
    Chromaticities colours;
    const char* name;
};

/// Absent: unknown.
std::optional<NamedColours> colours_of(int primaries) {
    switch (primaries) {
        case 1: return NamedColours{{}, "BT.709"};
        case 4:
            return NamedColours{{{0.67, 0.33, 0.21, 0.71, 0.14, 0.08}, illuminant_c}, "BT.470 M"};
        case 5: return NamedColours{{{0.64, 0.33, 0.29, 0.60, 0.15, 0.06}, d65}, "BT.601 625"};
        case 6:
        case 7:
            return NamedColours{{{0.630, 0.340, 0.310, 0.595, 0.155, 0.070}, d65}, "BT.601 525"};
        case 9: return NamedColours{{{0.708, 0.292, 0.170, 0.797, 0.131, 0.046}, d65}, "BT.2020"};
        case 11:
        case 12:
            return NamedColours{{{0.680, 0.320, 0.265, 0.690, 0.150, 0.060}, d65}, "Display P3"};
        case 22: return NamedColours{{{0.630, 0.340, 0.295, 0.605, 0.155, 0.077}, d65}, "EBU 3213"};
        default: return std::nullopt;
    }
}

/// SMPTE ST 2084, with diffuse white (203 cd/m2) near the top and a soft shoulder above.
double pq_to_linear(double value) {
    constexpr double m1 = 0.1593017578125, m2 = 78.84375, c1 = 0.8359375, c2 = 18.8515625,
                     c3 = 18.6875, white = 203;
    const double power = std::pow(value, 1 / m2);
    const double nits = 10000 * std::pow(std::max(0.0, power - c1) / (c2 - c3 * power), 1 / m1);
    const double light = nits / white;
    constexpr double knee = 0.8;
    return light <= knee ? light : knee + (1 - knee) * (1 - std::exp(-(light - knee) / (1 - knee)));
}

/// Empty: the curve of sRGB.
std::function<double(double)> curve_of(const Cicp& numbers) {
    const auto gamma = [](double power) {
        return [power](double value) { return std::pow(value, power); };
    };
    switch (numbers.transfer) {
        case 4: return gamma(2.2);
        case 5: return gamma(2.8);
        case 8: return gamma(1);
        case 16: return pq_to_linear;
        case 17: return gamma(2.6);
        // HLG is designed to look right on screens without HDR.
        case 18: return gamma(2.2);
        case 1:
        case 6:
        case 14:
        case 15:
            // All programs show photos with these code points as sRGB, except wide-gamut ones.
            if (numbers.primaries == 9 || numbers.primaries == 11 || numbers.primaries == 12)
                return gamma(2.2);
            return {};
        default: return {};
    }
}

}  // namespace

std::vector<std::uint8_t> profile_from_cicp(const Cicp& numbers) {
    const auto found = colours_of(numbers.primaries);
    if (!found) return {};
    auto to_linear = curve_of(numbers);
    const bool like_srgb = !to_linear;
    if (like_srgb && numbers.full_range && (numbers.grey || numbers.primaries == 1)) return {};
    if (like_srgb) to_linear = srgb_to_linear;
    const auto curve = sampled_curve(
        [&](double value) {
            if (numbers.full_range) return to_linear(value);
            return to_linear(std::clamp((255 * value - 16) / 219, 0.0, 1.0));
        },
        4096);
    const auto* name = numbers.transfer == 16   ? "BT.2100 PQ"
                       : numbers.transfer == 18 ? "BT.2100 HLG"
                                                : found->name;
    return numbers.grey ? make_grey_profile(curve.get(), name)
                        : make_profile(found->colours, curve.get(), name);
}

}  // namespace mediaedit::internal
