// Colour profiles: opening, naming, making them, and the quick way from one to sRGB.
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

/// Empty when the bytes are no usable profile.
Profile open_profile(std::span<const std::uint8_t> icc_profile) noexcept;

/// Whether colours pass through unchanged, to within one level of 255.
bool means_srgb(cmsHPROFILE profile);

using ToneCurve = Owned<cmsToneCurve, &cmsFreeToneCurve>;

double srgb_to_linear(double value);

/// `to_linear`: from 0..1 to 0..1.
ToneCurve sampled_curve(const std::function<double(double)>& to_linear, unsigned samples);

/// Where the colours lie: x and y. Those of sRGB unless told.
struct Chromaticities {
    std::array<double, 6> corners{0.64, 0.33, 0.30, 0.60, 0.15, 0.06};  ///< red, green, blue
    std::array<double, 2> white{0.3127, 0.3290};
};

/// The bytes of a profile from colours and one tone curve. Empty: they make none.
std::vector<std::uint8_t> make_profile(const Chromaticities& colours, const cmsToneCurve* curve,
                                       const char* name);
std::vector<std::uint8_t> make_grey_profile(const cmsToneCurve* curve, const char* name);

/// What the numbers of ITU-T H.273 describe.
struct Cicp {
    int primaries = 2;
    int transfer = 2;
    bool full_range = true;
    bool grey = false;  ///< the samples are grey: a grey profile is wanted
};

/// A profile for the numbers that HEIF, AVIF and PNG carry. Empty for sRGB and for numbers that are
/// not known. HLG and PQ come out as a screen without HDR would show them.
std::vector<std::uint8_t> profile_from_cicp(const Cicp& numbers);

/// 8 bit RGB by three curves and a matrix: three times as fast as lcms and within one level of it.
class MatrixToSrgb {
public:
    /// Empty when the profile is not of that kind.
    static std::unique_ptr<MatrixToSrgb> make(cmsHPROFILE profile);

    /// Shapes: both `pixels` * `channels` (3, or 4 whose last is copied). May be the same place.
    void convert(const std::uint8_t* from, std::uint8_t* to, int pixels,
                 int channels) const noexcept;

private:
    static constexpr int steps = 4096;
    // Each entry: what one value of one channel gives to red, green and blue, in 1/steps of linear
    // light.
    std::array<std::array<std::array<float, 4>, 256>, 3> share_{};
    std::array<std::uint8_t, steps> encode_{};
};

}  // namespace mediaedit::internal
