// Colour profiles: opens, names and makes them.
#include "picture/color/icc.hpp"

#include "picture/color/colour.hpp"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <cstring>
#include <string>

namespace mediaedit::internal {
double srgb_to_linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

ToneCurve sampled_curve(const std::function<double(double)>& to_linear, unsigned samples) {
    std::vector<cmsUInt16Number> table(samples);
    for (unsigned i = 0; i < samples; ++i)
        table[i] = static_cast<cmsUInt16Number>(
            std::lround(65535 * std::clamp(to_linear(i / (samples - 1.0)), 0.0, 1.0)));
    return ToneCurve(cmsBuildTabulatedToneCurve16(nullptr, samples, table.data()));
}

Profile open_profile(std::span<const std::uint8_t> icc_profile) noexcept {
    constexpr std::size_t header = 128, most = std::size_t{32} << 20;
    if (icc_profile.size() < header || icc_profile.size() > most) return {};
    return Profile(cmsOpenProfileFromMem(icc_profile.data(),
                                         static_cast<cmsUInt32Number>(icc_profile.size())));
}

bool means_srgb(cmsHPROFILE profile) {
    if (cmsGetColorSpace(profile) != cmsSigRgbData) return false;
    const Profile srgb(cmsCreate_sRGBProfile());
    void* transform =
        cmsCreateTransform(profile, TYPE_RGB_8, srgb.get(), TYPE_RGB_8,
                           INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
    if (!transform) return false;
    std::array<std::uint8_t, std::size_t{6 * 6 * 6 * 3}> in{}, out{};
    for (std::size_t i = 0; i < in.size() / 3; ++i) {
        in[3 * i] = static_cast<std::uint8_t>(i % 6 * 51);
        in[3 * i + 1] = static_cast<std::uint8_t>(i / 6 % 6 * 51);
        in[3 * i + 2] = static_cast<std::uint8_t>(i / 36 * 51);
    }
    cmsDoTransform(transform, in.data(), out.data(), static_cast<cmsUInt32Number>(in.size() / 3));
    cmsDeleteTransform(transform);
    return std::equal(in.begin(), in.end(), out.begin(),
                      [](int one, int other) { return std::abs(one - other) <= 1; });
}

namespace {

/// Serialises a profile that we made.
std::vector<std::uint8_t> saved(cmsHPROFILE profile, const char* name) {
    if (!profile) return {};
    cmsSetProfileVersion(profile, 2.1);  // some programs support no newer version
    if (cmsMLU* text = cmsMLUalloc(nullptr, 1)) {
        cmsMLUsetASCII(text, "en", "US", name);
        cmsWriteTag(profile, cmsSigProfileDescriptionTag, text);
        cmsMLUfree(text);
    }
    cmsUInt32Number size = 0;
    cmsSaveProfileToMem(profile, nullptr, &size);
    std::vector<std::uint8_t> bytes(size);
    if (size == 0 || !cmsSaveProfileToMem(profile, bytes.data(), &size)) return {};
    // lcms writes the current time. A fixed date keeps the bytes reproducible: 2026-01-01.
    constexpr std::array<std::uint8_t, 12> date{2026 >> 8, 2026 & 255, 0, 1, 0, 1,
                                                0,         0,          0, 0, 0, 0};
    std::copy(date.begin(), date.end(), bytes.begin() + 24);
    return bytes;
}

}  // namespace

std::vector<std::uint8_t> make_profile(const Chromaticities& colours, const cmsToneCurve* curve,
                                       const char* name) {
    const cmsCIExyY white{colours.white[0], colours.white[1], 1};
    const auto& [red_x, red_y, green_x, green_y, blue_x, blue_y] = colours.corners;
    const cmsCIExyYTRIPLE corners{{red_x, red_y, 1}, {green_x, green_y, 1}, {blue_x, blue_y, 1}};
    const ToneCurve copy(cmsDupToneCurve(curve));
    const std::array<cmsToneCurve*, 3> curves{copy.get(), copy.get(), copy.get()};
    const Profile profile(cmsCreateRGBProfile(&white, &corners, curves.data()));
    return saved(profile.get(), name);
}

std::vector<std::uint8_t> make_grey_profile(const cmsToneCurve* curve, const char* name) {
    const Profile profile(cmsCreateGrayProfile(cmsD50_xyY(), curve));
    return saved(profile.get(), name);
}

std::string profile_name(std::span<const std::uint8_t> icc_profile) {
    const auto profile = open_profile(icc_profile);
    if (!profile) return {};
    if (means_srgb(profile.get())) return "srgb";
    std::array<char, 128> name{};
    cmsGetProfileInfoASCII(profile.get(), cmsInfoDescription, "en", "US", name.data(),
                           static_cast<cmsUInt32Number>(name.size()) - 1);
    std::string text(name.data());
    std::replace_if(
        text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20; }, ' ');
    while (!text.empty() && text.back() == ' ') text.pop_back();
    return text;
}

const std::vector<std::uint8_t>& srgb_profile() {
    static const std::vector<std::uint8_t> bytes =
        make_profile({}, sampled_curve(srgb_to_linear, 1024).get(), "sRGB");
    return bytes;
}

}  // namespace mediaedit::internal
