// Colour profiles: opens and makes them, and converts simple ones to sRGB fast.
#pragma once

#include "base/owned.hpp"

#include <lcms2.h>

#include <array>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <vector>

namespace mediaedit::internal {

using Profile = Owned<void, &cmsCloseProfile>;

/// Empty if the bytes are not a usable profile.
Profile open_profile(std::span<const std::uint8_t> icc_profile) noexcept;

/// Whether conversion to sRGB changes no colour by more than one level of 255.
bool means_srgb(cmsHPROFILE profile);

using ToneCurve = Owned<cmsToneCurve, &cmsFreeToneCurve>;

double srgb_to_linear(double value);

/// `to_linear` maps 0..1 to 0..1.
ToneCurve sampled_curve(const std::function<double(double)>& to_linear, unsigned samples);

/// CIE x and y of the primaries and the white point. Default: sRGB.
struct Chromaticities {
    std::array<double, 6> corners{0.64, 0.33, 0.30, 0.60, 0.15, 0.06};  ///< red, green, blue
    std::array<double, 2> white{0.3127, 0.3290};
};

/// Makes a profile from chromaticities and one tone curve. Empty if that is impossible.
std::vector<std::uint8_t> make_profile(const Chromaticities& colours, const cmsToneCurve* curve,
                                       const char* name);
std::vector<std::uint8_t> make_grey_profile(const cmsToneCurve* curve, const char* name);

/// Code points of ITU-T H.273.
struct Cicp {
    int primaries = 2;
    int transfer = 2;
    bool full_range = true;
    bool grey = false;  ///< the samples are grey, so the profile must be a grey one
};

/// A profile for the code points in HEIF, AVIF and PNG. Empty for sRGB and for unknown code points.
/// HLG and PQ are converted as a screen without HDR shows them.
std::vector<std::uint8_t> profile_from_cicp(const Cicp& numbers);

/// Converts 8-bit RGB by three curves and a matrix: three times as fast as lcms, with a difference
/// of at most one level.
class MatrixToSrgb {
public:
    /// Empty if the profile is not a matrix profile.
    static std::unique_ptr<MatrixToSrgb> make(cmsHPROFILE profile);

    /// Shapes: both are `pixels` * `channels` (3, or 4: the fourth is copied). May be in place.
    void convert(const std::uint8_t* from, std::uint8_t* to, int pixels,
                 int channels) const noexcept;

private:
    static constexpr int steps = 4096;
    // Each entry: what one value of one channel adds to red, green and blue, in 1/steps of linear
    // light.
    std::array<std::array<std::array<float, 4>, 256>, 3> share_{};
    std::array<std::uint8_t, steps> encode_{};
};

}  // namespace mediaedit::internal
