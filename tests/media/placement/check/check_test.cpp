// Blurred copies of real photos are found, the photos themselves are not.
#include "engine/open_photo.hpp"
#include "subjects/quality.hpp"

#include "support/media_files.hpp"

#include <mediaedit/check.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// Photos by phones and cameras, sharp where the photographer wanted it.
constexpr std::array<const char*, 16> sharp_photos{"adobergb-rocket.jpg",
                                                   "avif-fox-8bit-420.avif",
                                                   "grey-orient-6-two-people.jpg",
                                                   "heic-iphone-12-pro-orient-6-gainmap.heic",
                                                   "heic-iphone-7-gps-p3.heic",
                                                   "heic-xiaomi-5mp-gps.heic",
                                                   "large-24mp-progressive.jpg",
                                                   "orient-6-progressive-phone-desk.jpg",
                                                   "p3-iphone-11-pro-android-figures.jpg",
                                                   "people-astronaut-portrait.png",
                                                   "people-face-woman-red-hat.png",
                                                   "people-market-stall-south-east-asia.png",
                                                   "people-rafting-group.png",
                                                   "phone-galaxy-s6-dinosaur-gps.jpg",
                                                   "phone-samsung-j3-5mp-orient-6.jpg",
                                                   "ultrahdr-pixel-6-pro-12mp-p3.jpg"};

cv::Mat brightness_of(const std::filesystem::path& file) {
    const auto photo = open_photo(file, {});
    const double share = static_cast<double>(measured_side_px) /
                         std::max(photo.info.size.width, photo.info.size.height);
    return brightness_for_measuring(decode(photo, share, {}).picture.pixels);
}

/// Some are part of the project; the rest needs the large collection.
std::filesystem::path file_of(const std::string& name) {
    const auto own = test::data_folder() / "photos" / name;
    return std::filesystem::exists(own) ? own : test::shared_media() / "photos" / name;
}

class RealPhoto : public testing::TestWithParam<const char*> {};

TEST_P(RealPhoto, IsSharpUntilItIsBlurred) {
    const auto file = file_of(GetParam());
    if (!std::filesystem::exists(file)) GTEST_SKIP() << "not here: " << file;
    const auto brightness = brightness_of(file);
    EXPECT_FALSE(is_blurred(brightness)) << softness(brightness).value_or(-1);
    EXPECT_FALSE(is_too_dark(brightness));
    // Two pixels on a phone's screen are visible; smaller blurs need not be found.
    for (const double sigma : {2.0, 3.0, 6.0}) {
        cv::Mat blurred;
        cv::GaussianBlur(brightness, blurred, {}, sigma);
        EXPECT_TRUE(is_blurred(blurred)) << sigma << ": " << softness(blurred).value_or(-1);
    }
    EXPECT_TRUE(is_too_dark(brightness * 0.2));
}

INSTANTIATE_TEST_SUITE_P(All, RealPhoto, testing::ValuesIn(sharp_photos));

TEST(CutShortPhoto, IsSaidOnceAndNotCalledBlurred) {
    const auto findings = check(file_of("truncated.jpg"), find_placement("x-post").value());
    ASSERT_TRUE(findings);
    std::vector<std::string> codes;
    for (const auto& finding : *findings) codes.push_back(finding.code);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "truncated"), 1);
    EXPECT_EQ(std::count(codes.begin(), codes.end(), "blurred"), 0);
}

}  // namespace
