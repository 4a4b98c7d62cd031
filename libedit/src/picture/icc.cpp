// Colour profiles: opening, naming, making them.
#include "picture/icc.hpp"

#include "picture/colour.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>

namespace mediaedit::internal {
namespace {

struct DropCurve {
    void operator()(cmsToneCurve* curve) const noexcept { cmsFreeToneCurve(curve); }
};
using Curve = std::unique_ptr<cmsToneCurve, DropCurve>;

constexpr std::array<double, 6> srgb_primaries{0.64, 0.33, 0.30, 0.60, 0.15, 0.06};
constexpr std::array<double, 6> p3_primaries{0.680, 0.320, 0.265, 0.690, 0.150, 0.060};
constexpr std::array<double, 6> bt2020_primaries{0.708, 0.292, 0.170, 0.797, 0.131, 0.046};

double srgb_to_linear(double value) { return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); }

Curve sampled_curve(double (*to_linear)(double), unsigned samples) {
    std::vector<cmsUInt16Number> table(samples);
    for (unsigned i = 0; i < samples; ++i)
        table[i] = static_cast<cmsUInt16Number>(std::lround(65535 * std::clamp(to_linear(i / (samples - 1.0)), 0.0, 1.0)));
    return Curve(cmsBuildTabulatedToneCurve16(nullptr, samples, table.data()));
}

double bt709_gamma(double value) { return std::pow(value, 2.2); }

/// SMPTE ST 2084, with diffuse white (203 cd/m2) near the top and a soft shoulder above.
double pq_to_linear(double value) {
    constexpr double m1 = 0.1593017578125, m2 = 78.84375, c1 = 0.8359375, c2 = 18.8515625, c3 = 18.6875, white = 203;
    const double power = std::pow(value, 1 / m2);
    const double nits = 10000 * std::pow(std::max(0.0, power - c1) / (c2 - c3 * power), 1 / m1);
    const double light = nits / white;
    constexpr double knee = 0.8;
    return light <= knee ? light : knee + (1 - knee) * (1 - std::exp(-(light - knee) / (1 - knee)));
}

/// HLG was made to look right on a screen that knows nothing of it.
double hlg_to_linear(double value) { return std::pow(value, 2.2); }

}  // namespace

Profile open_profile(std::span<const std::uint8_t> icc_profile) noexcept {
    constexpr std::size_t header = 128, most = std::size_t{32} << 20;
    if (icc_profile.size() < header || icc_profile.size() > most) return {};
    return Profile(cmsOpenProfileFromMem(icc_profile.data(), static_cast<cmsUInt32Number>(icc_profile.size())));
}

bool means_srgb(cmsHPROFILE profile) {
    if (cmsGetColorSpace(profile) != cmsSigRgbData) return false;
    const Profile srgb(cmsCreate_sRGBProfile());
    void* transform = cmsCreateTransform(profile, TYPE_RGB_8, srgb.get(), TYPE_RGB_8, INTENT_RELATIVE_COLORIMETRIC,
                                         cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
    if (!transform) return false;
    std::array<std::uint8_t, std::size_t{6 * 6 * 6 * 3}> in{}, out{};
    for (std::size_t i = 0; i < in.size() / 3; ++i) {
        in[3 * i] = static_cast<std::uint8_t>(i % 6 * 51);
        in[3 * i + 1] = static_cast<std::uint8_t>(i / 6 % 6 * 51);
        in[3 * i + 2] = static_cast<std::uint8_t>(i / 36 * 51);
    }
    cmsDoTransform(transform, in.data(), out.data(), static_cast<cmsUInt32Number>(in.size() / 3));
    cmsDeleteTransform(transform);
    return std::equal(in.begin(), in.end(), out.begin(), [](int one, int other) { return std::abs(one - other) <= 1; });
}

std::vector<std::uint8_t> make_profile(const std::array<double, 6>& primaries, const cmsToneCurve* curve, const char* name) {
    const cmsCIExyY white{0.3127, 0.3290, 1};
    const cmsCIExyYTRIPLE corners{{primaries[0], primaries[1], 1}, {primaries[2], primaries[3], 1}, {primaries[4], primaries[5], 1}};
    const Curve copy(cmsDupToneCurve(curve));
    const std::array<cmsToneCurve*, 3> curves{copy.get(), copy.get(), copy.get()};
    const Profile profile(cmsCreateRGBProfile(&white, &corners, curves.data()));
    if (!profile) return {};
    cmsSetProfileVersion(profile.get(), 2.1);  // some programs know nothing newer
    if (cmsMLU* text = cmsMLUalloc(nullptr, 1)) {
        cmsMLUsetASCII(text, "en", "US", name);
        cmsWriteTag(profile.get(), cmsSigProfileDescriptionTag, text);
        cmsMLUfree(text);
    }
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile.get(), nullptr, &size);
    std::vector<std::uint8_t> bytes(size);
    if (size == 0 || !cmsSaveProfileToMem(profile.get(), bytes.data(), &size)) return {};
    // lcms writes the moment of making; the same profile shall be the same bytes: 2026-01-01.
    constexpr std::array<std::uint8_t, 12> date{2026 >> 8, 2026 & 255, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0};
    std::copy(date.begin(), date.end(), bytes.begin() + 24);
    return bytes;
}

std::vector<std::uint8_t> profile_from_cicp(int primaries, int transfer) {
    const bool p3 = primaries == 12 || primaries == 11, wide = primaries == 9;
    const bool known_primaries = p3 || wide || primaries == 1;
    if (!known_primaries) return {};
    double (*to_linear)(double) = nullptr;
    switch (transfer) {
        case 13: to_linear = srgb_to_linear; break;
        case 16: to_linear = pq_to_linear; break;
        case 18: to_linear = hlg_to_linear; break;
        case 1: case 6: case 14: case 15:
            // Photos marked so are shown by everyone as sRGB when the primaries are sRGB's too.
            if (primaries == 1) return {};
            to_linear = bt709_gamma;
            break;
        default: if (primaries == 1) return {}; to_linear = srgb_to_linear; break;
    }
    if (primaries == 1 && transfer == 13) return {};
    const auto curve = sampled_curve(to_linear, 4096);
    return make_profile(p3 ? p3_primaries : wide ? bt2020_primaries : srgb_primaries, curve.get(),
                        transfer == 16 ? "BT.2100 PQ" : transfer == 18 ? "BT.2100 HLG" : p3 ? "Display P3" : "BT.2020");
}

std::string profile_name(std::span<const std::uint8_t> icc_profile) {
    const auto profile = open_profile(icc_profile);
    if (!profile) return {};
    if (means_srgb(profile.get())) return "srgb";
    std::array<char, 128> name{};
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(), static_cast<cmsUInt32Number>(name.size()) - 1);
    std::string text(name.data());
    std::replace_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

const std::vector<std::uint8_t>& srgb_profile() {
    static const std::vector<std::uint8_t> bytes = make_profile(srgb_primaries, sampled_curve(srgb_to_linear, 1024).get(), "sRGB");
    return bytes;
}

}  // namespace mediaedit::internal
