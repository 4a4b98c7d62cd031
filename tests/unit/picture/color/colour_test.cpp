// Colours become sRGB.
#include "picture/color/colour.hpp"
#include "picture/color/icc.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace {

using namespace mediaedit::internal;

using Rgb = std::array<int, 3>;

Rgb convert(Samples samples, std::span<const std::uint8_t> profile,
            const std::vector<std::uint8_t>& pixel) {
    std::array<std::uint8_t, 4> to{};
    ToSrgb(samples, profile).convert(pixel.data(), to.data(), 1);
    return {to[0], to[1], to[2]};
}

void expect_near(const Rgb& got, const Rgb& wanted, int within) {
    for (std::size_t i = 0; i < 3; ++i) EXPECT_NEAR(got[i], wanted[i], within) << "channel " << i;
}

TEST(Colour, SrgbIsKnownAndLeftAlone) {
    EXPECT_EQ(profile_name(srgb_profile()), "srgb");
    EXPECT_TRUE(ToSrgb(Samples::rgb8, srgb_profile()).changes_nothing());
    EXPECT_TRUE(ToSrgb(Samples::rgba8, {}).changes_nothing());
    EXPECT_FALSE(ToSrgb(Samples::grey8, {}).changes_nothing());
}

TEST(Colour, OurProfileIsSmallAndAlwaysTheSame) {
    EXPECT_LT(srgb_profile().size(), 4096u);
    EXPECT_EQ(srgb_profile(), srgb_profile());
}

TEST(Colour, DisplayP3BecomesSrgb) {
    const auto p3 = profile_from_cicp({12, 13});
    EXPECT_EQ(profile_name(p3), "Display P3");
    // By the matrix from P3 to sRGB: a colour inside sRGB, and P3's red, which is outside.
    expect_near(convert(Samples::rgb8, p3, {200, 150, 100}), {209, 149, 93}, 2);
    expect_near(convert(Samples::rgb8, p3, {255, 0, 0}), {255, 0, 0}, 0);
    expect_near(convert(Samples::rgb8, p3, {255, 255, 255}), {255, 255, 255}, 0);
    expect_near(convert(Samples::rgb8, p3, {0, 0, 0}), {0, 0, 0}, 0);
}

TEST(Colour, TheQuickWayAgreesWithLcms) {
    for (const int primaries : {12, 9}) {
        const auto bytes = profile_from_cicp({primaries, 13});
        const auto profile = open_profile(bytes);
        const auto quick = MatrixToSrgb::make(profile.get());
        ASSERT_TRUE(quick);
        const Profile srgb(cmsCreate_sRGBProfile());
        auto* slow = cmsCreateTransform(profile.get(), TYPE_RGB_16, srgb.get(), TYPE_RGB_16,
                                        INTENT_RELATIVE_COLORIMETRIC, cmsFLAGS_NOOPTIMIZE);
        int worst = 0;
        for (int r = 0; r < 256; r += 15)
            for (int g = 0; g < 256; g += 15)
                for (int b = 0; b < 256; b += 15) {
                    const std::array<std::uint8_t, 3> in{static_cast<std::uint8_t>(r),
                                                         static_cast<std::uint8_t>(g),
                                                         static_cast<std::uint8_t>(b)};
                    const std::array<std::uint16_t, 3> wide{static_cast<std::uint16_t>(r * 257),
                                                            static_cast<std::uint16_t>(g * 257),
                                                            static_cast<std::uint16_t>(b * 257)};
                    std::array<std::uint8_t, 3> got{};
                    std::array<std::uint16_t, 3> right{};
                    quick->convert(in.data(), got.data(), 1, 3);
                    cmsDoTransform(slow, wide.data(), right.data(), 1);
                    for (std::size_t c = 0; c < 3; ++c)
                        worst = std::max(
                            worst,
                            std::abs(got[c] - static_cast<int>(std::lround(right[c] / 257.0))));
                }
        cmsDeleteTransform(slow);
        EXPECT_LE(worst, 1) << primaries;
    }
}

TEST(Colour, AlphaPassesUnchanged) {
    const std::array<std::uint8_t, 4> from{255, 255, 255, 77};
    std::array<std::uint8_t, 4> to{};
    ToSrgb(Samples::rgba8, profile_from_cicp({12, 13})).convert(from.data(), to.data(), 1);
    EXPECT_EQ(to, from);
}

TEST(Colour, SixteenBitsAreRounded) {
    const std::array<std::uint16_t, 3> from{65535, 32768, 128};
    std::array<std::uint8_t, 3> to{};
    ToSrgb(Samples::rgb16, {})
        .convert(reinterpret_cast<const std::uint8_t*>(from.data()), to.data(), 1);
    EXPECT_EQ(to, (std::array<std::uint8_t, 3>{255, 128, 0}));
}

TEST(Colour, GreyBecomesThreeEqualValues) {
    EXPECT_EQ(convert(Samples::grey8, {}, {90}), (Rgb{90, 90, 90}));
}

TEST(Colour, CmykWithoutProfileGoesByFormula) {
    EXPECT_EQ(convert(Samples::cmyk8, {}, {0, 255, 255, 0}), (Rgb{255, 0, 0}));
    EXPECT_EQ(convert(Samples::cmyk8_inverted, {}, {255, 0, 0, 255}), (Rgb{255, 0, 0}));
    EXPECT_EQ(convert(Samples::cmyk8, {}, {0, 0, 0, 255}), (Rgb{0, 0, 0}));
}

TEST(Colour, AProfileThatCannotBeUsedCountsAsAbsent) {
    const std::vector<std::uint8_t> broken(300, 7);
    EXPECT_TRUE(ToSrgb(Samples::rgb8, broken).changes_nothing());
    EXPECT_EQ(profile_name(broken), "");
    EXPECT_EQ(convert(Samples::grey8, srgb_profile(), {90}), (Rgb{90, 90, 90}));
    EXPECT_EQ(convert(Samples::cmyk8, srgb_profile(), {0, 255, 255, 0}), (Rgb{255, 0, 0}));
}

TEST(Colour, PqWhiteIsNearWhite) {
    // 203 cd/m2, the diffuse white of BT.2408, is 58 % of PQ.
    const auto white = convert(Samples::rgb8, profile_from_cicp({9, 16}), {148, 148, 148});
    EXPECT_GT(white[0], 225);
    EXPECT_NEAR(white[0], white[2], 2);
}

}  // namespace
