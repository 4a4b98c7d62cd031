// The colour chunks of a PNG.
#include "photo/png/png_colour.hpp"

#include "picture/color/icc.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace mediaedit::internal {
namespace {

constexpr double fixed_point = 100000;

/// Whether x and y are valid chromaticities.
bool is_point(double x, double y) { return x >= 0 && y > 0 && x + y <= 1; }

/// The chromaticities of cHRM; those of sRGB if it is absent or invalid.
Chromaticities chromaticities_of(Bytes corners) {
    constexpr std::size_t size = 32;
    Chromaticities colours;
    if (corners.size() != size) return colours;
    std::array<double, 8> numbers{};
    for (std::size_t i = 0; i < numbers.size(); ++i)
        numbers[i] = big_32(corners, 4 * i) / fixed_point;
    for (std::size_t i = 0; i < numbers.size(); i += 2)
        if (!is_point(numbers[i], numbers[i + 1])) return colours;
    colours.white = {numbers[0], numbers[1]};
    std::copy(numbers.begin() + 2, numbers.end(), colours.corners.begin());
    return colours;
}

std::vector<std::uint8_t> profile_from_gamma(double gamma, Bytes corners, bool grey) {
    // Programs without support for the sRGB chunk write sRGB like this.
    constexpr double like_srgb = 1 / 2.2, tolerance = 0.003;
    const bool srgb_curve = std::abs(gamma - like_srgb) < tolerance;
    if (srgb_curve && grey) return {};
    const auto curve = srgb_curve ? sampled_curve(srgb_to_linear, 4096)
                                  : ToneCurve(cmsBuildGamma(nullptr, 1 / gamma));
    if (!curve) return {};
    // The name says which primaries the profile has; without cHRM, those of sRGB.
    std::array<char, 32> name{"srgb"};
    if (!corners.empty()) std::snprintf(name.data(), name.size(), "gamma %.2f", 1 / gamma);
    return grey ? make_grey_profile(curve.get(), name.data())
                : make_profile(chromaticities_of(corners), curve.get(), name.data());
}

}  // namespace

void PngColour::see(std::string_view type, Bytes data) noexcept {
    if (type == "cICP" && data.size() == 4) cicp_ = data;
    if (type == "gAMA" && data.size() == 4) gamma_ = data;
    if (type == "cHRM") corners_ = data;
    if (type == "sRGB") srgb_ = true;
}

std::vector<std::uint8_t> PngColour::profile(std::vector<std::uint8_t> embedded, bool grey) const {
    if (!cicp_.empty() && cicp_[2] == 0) {  // PNG pixels are always RGB: matrix 0
        const Cicp numbers{cicp_[0], cicp_[1], cicp_[3] != 0, grey};
        auto profile = profile_from_cicp(numbers);
        const bool is_srgb = numbers.primaries == 1 && numbers.transfer != 2;
        if (!profile.empty() || is_srgb) return profile;
    }
    if (open_profile(embedded)) return embedded;
    constexpr double least = 0.01, most = 100;
    const double gamma = gamma_.empty() ? 0 : big_32(gamma_, 0) / fixed_point;
    if (srgb_ || gamma < least || gamma > most) return {};
    return profile_from_gamma(gamma, corners_, grey);
}

}  // namespace mediaedit::internal
