// Fast conversion to sRGB for profiles with three curves and a matrix: Display P3, Adobe RGB, those
// of cameras.
#include "picture/color/icc.hpp"

#include <opencv2/core/hal/intrin.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

using Matrix = std::array<std::array<double, 3>, 3>;

// From XYZ (D50) to linear sRGB: the inverse of the colorants in the sRGB profile.
constexpr Matrix xyz_to_srgb{{{3.1338561, -1.6168667, -0.4906146},
                              {-0.9787684, 1.9161415, 0.0334540},
                              {0.0719453, -0.2289914, 1.4052427}}};

double srgb_from_linear(double light) {
    return light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
}

}  // namespace

std::unique_ptr<MatrixToSrgb> MatrixToSrgb::make(cmsHPROFILE profile) {
    if (!cmsIsMatrixShaper(profile) || cmsGetPCS(profile) != cmsSigXYZData ||
        cmsGetColorSpace(profile) != cmsSigRgbData)
        return {};
    if (cmsIsTag(profile, cmsSigAToB0Tag) || cmsIsTag(profile, cmsSigAToB1Tag)) return {};
    constexpr std::array curve_tags{cmsSigRedTRCTag, cmsSigGreenTRCTag, cmsSigBlueTRCTag};
    constexpr std::array colour_tags{cmsSigRedColorantTag, cmsSigGreenColorantTag,
                                     cmsSigBlueColorantTag};
    auto made = std::make_unique<MatrixToSrgb>();
    for (std::size_t channel = 0; channel < 3; ++channel) {
        const auto* curve =
            static_cast<const cmsToneCurve*>(cmsReadTag(profile, curve_tags[channel]));
        const auto* colour =
            static_cast<const cmsCIEXYZ*>(cmsReadTag(profile, colour_tags[channel]));
        if (!curve || !colour) return {};
        std::array<double, 3> to{};
        for (std::size_t row = 0; row < 3; ++row)
            to[row] = xyz_to_srgb[row][0] * colour->X + xyz_to_srgb[row][1] * colour->Y +
                      xyz_to_srgb[row][2] * colour->Z;
        for (std::size_t value = 0; value < 256; ++value) {
            const double light = cmsEvalToneCurveFloat(curve, static_cast<float>(value) / 255.0f);
            for (std::size_t row = 0; row < 3; ++row)
                made->share_[channel][value][row] =
                    static_cast<float>(std::isfinite(light) ? light * to[row] : 0);
        }
    }
    for (std::size_t i = 0; i < steps; ++i) {
        const double root = static_cast<double>(i) / (steps - 1);
        made->encode_[i] = static_cast<std::uint8_t>(
            std::lround(255 * std::clamp(srgb_from_linear(root * root), 0.0, 1.0)));
    }
    return made;
}

void MatrixToSrgb::convert(const std::uint8_t* from, std::uint8_t* to, int pixels,
                           int channels) const noexcept {
    const auto zero = cv::v_setall_f32(0), one = cv::v_setall_f32(1), half = cv::v_setall_f32(0.5f);
    const auto top = cv::v_setall_f32(static_cast<float>(steps - 1));
    alignas(16) std::array<int, 4> place{};
    for (int i = 0; i < pixels; ++i, from += channels, to += channels) {
        const auto red = cv::v_load(share_[0][from[0]].data());
        const auto green = cv::v_load(share_[1][from[1]].data());
        const auto blue = cv::v_load(share_[2][from[2]].data());
        const auto light =
            cv::v_min(cv::v_max(cv::v_fma(red, one, cv::v_fma(green, one, blue)), zero), one);
        // A table over linear light would be too coarse in the shadows, so it is indexed by the
        // square root.
        cv::v_store(place.data(), cv::v_trunc(cv::v_fma(cv::v_sqrt(light), top, half)));
        if (channels == 4) to[3] = from[3];
        for (std::size_t c = 0; c < 3; ++c) to[c] = encode_[static_cast<std::size_t>(place[c])];
    }
}

}  // namespace mediaedit::internal
