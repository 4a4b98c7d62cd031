// The automatic fix on real photos: it helps, and never harms.
#include "base/system.hpp"
#include "photo/photo_reader.hpp"
#include "picture/adjust.hpp"
#include "support/media_files.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <filesystem>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

cv::Mat read(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 1 << 30);
    const auto name = file.filename().string();
    return read_photo(bytes, name, read_photo_header(bytes, name, {}), {}).picture.pixels;
}

cv::Mat light_of(const cv::Mat& picture) {
    cv::Mat light;
    cv::cvtColor(picture, light, picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
    return light;
}

/// The share of pixels that are as bright or as dark as can be.
double clipped_share(const cv::Mat& light) { return (cv::countNonZero(light == 255) + cv::countNonZero(light == 0)) / static_cast<double>(light.total()); }

TEST(AutomaticPhotos, LeaveNoMoreClippedAndMoveLightLittle) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs the shared media";
    for (const auto* name : {"adobergb-rocket.jpg", "heic-iphone-7-gps-p3.heic", "large-24mp-progressive.jpg", "low-contrast.jpg", "pano-wide-cars-2482x614.jpg", "people-astronaut-portrait.png",
             "people-face-woman-red-hat.png", "people-market-stall-south-east-asia.png", "phone-iphone-5-8mp-orient-3-gps.jpg", "phone-samsung-j3-5mp-orient-6.jpg", "progressive-two-people.jpg", "ultrahdr-small-seine.jpg"}) {
        auto picture = read(folder / name);
        const auto before = light_of(picture);
        adjust(picture, measure_automatic(picture));
        const auto after = light_of(picture);
        EXPECT_LE(clipped_share(after), clipped_share(before) + 0.005) << name;
        EXPECT_NEAR(cv::mean(after)[0], cv::mean(before)[0], 15) << name;
    }
}

TEST(AutomaticPhotos, GoodOnesAreLeftAlone) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "needs the shared media";
    for (const auto* name : {"large-24mp-progressive.jpg", "people-astronaut-portrait.png", "people-market-stall-south-east-asia.png", "phone-galaxy-s6-dinosaur-gps.jpg", "webp-denali.webp"})
        EXPECT_EQ(measure_automatic(read(folder / name)), Adjust{}) << name;
}

TEST(AutomaticPhotos, DarkAndFlatOnesAreHelped) {
    const auto photo = read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    EXPECT_EQ(measure_automatic(photo), Adjust{});
    EXPECT_GT(measure_automatic(photo * 0.4).light, 0.1);
    EXPECT_GT(measure_automatic(photo * 0.4 + cv::Scalar::all(80)).contrast, 0.1);
}

}  // namespace
