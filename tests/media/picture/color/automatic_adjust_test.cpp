// The automatic adjustment makes no real photo worse.
#include "base/failure.hpp"
#include "base/system/system.hpp"
#include "photo/photo_reader.hpp"
#include "picture/color/adjust.hpp"
#include "picture/geometry/resample.hpp"
#include "support/media_files.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <filesystem>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

cv::Mat read(const std::filesystem::path& file) {
    const auto bytes = read_file(file, 1 << 30);
    const auto name = file.filename().string();
    cv::Mat picture =
        read_photo(bytes, name, read_photo_header(bytes, name, {}), {}).picture.pixels;
    const double scale = 640.0 / std::max(picture.cols, picture.rows);
    if (scale < 1)
        picture = resample(picture, {0, 0, picture.cols, picture.rows},
                           {std::max(1, cvRound(picture.cols * scale)),
                            std::max(1, cvRound(picture.rows * scale))});
    return picture;
}

/// Of the visible pixels: their brightness, and the share that is clipped to black or white.
struct Tones {
    double light = 0, clipped = 0;
};

Tones tones_of(const cv::Mat& picture) {
    Tones tones;
    int seen = 0;
    for (int y = 0; y < picture.rows; ++y) {
        const auto* pixel = picture.ptr<unsigned char>(y);
        for (int x = 0; x < picture.cols; ++x, pixel += picture.channels()) {
            if (picture.channels() == 4 && pixel[3] < 128) continue;
            ++seen;
            tones.light += 0.3 * pixel[0] + 0.59 * pixel[1] + 0.11 * pixel[2];
            tones.clipped += std::max({pixel[0], pixel[1], pixel[2]}) <= 1 ||
                             std::min({pixel[0], pixel[1], pixel[2]}) >= 254;
        }
    }
    if (seen == 0) return {};
    return {tones.light / seen, tones.clipped / seen};
}

void expect_no_worse(const cv::Mat& before) {
    const Adjust options = measure_automatic(before);
    cv::Mat after = before.clone();
    adjust(after, options);
    EXPECT_LE(tones_of(after).clipped, tones_of(before).clipped + 0.005);
    EXPECT_NEAR(tones_of(after).light, tones_of(before).light, 16);
    const Adjust again = measure_automatic(after);
    EXPECT_LE(std::abs(again.light), std::abs(options.light) + 0.05) << "it must lead towards rest";
    EXPECT_LE(again.contrast, options.contrast + 0.02);
}

TEST(AutomaticFix, TheWellExposedSamplePhotoStaysAsItIs) {
    EXPECT_EQ(measure_automatic(
                  read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg")),
              Adjust{});
}

TEST(AutomaticFix, GoodPhotosAreLeftAlone) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared media";
    for (const auto* name : {"large-24mp-progressive.jpg", "people-astronaut-portrait.png",
                             "people-market-stall-south-east-asia.png",
                             "phone-galaxy-s6-dinosaur-gps.jpg", "webp-denali.webp"})
        EXPECT_EQ(measure_automatic(read(folder / name)), Adjust{}) << name;
}

TEST(AutomaticFix, FillingAndSeeThroughPartsAreNotMeasured) {
    cv::Mat broken(200, 200, CV_8UC3,
                   cv::Scalar::all(128));  // a tenth was read, the rest was filled in
    for (int x = 0; x < 200; ++x) broken(cv::Rect(x, 0, 1, 20)).setTo(cv::Scalar::all(40 + x / 4));
    EXPECT_EQ(measure_automatic(broken), Adjust{});

    cv::Mat good(200, 200, CV_8UC4, cv::Scalar(3, 3, 3, 0));
    for (int x = 0; x < 200; ++x)
        good(cv::Rect(x, 0, 1, 100))
            .setTo(cv::Scalar(5 + x * 245 / 199, 5 + x * 245 / 199, 5 + x * 245 / 199, 255));
    EXPECT_EQ(measure_automatic(good), Adjust{});
    good.setTo(cv::Scalar(3, 3, 3, 0));
    EXPECT_EQ(measure_automatic(good), Adjust{});
}

TEST(AutomaticFix, NoSharedPhotoBecomesWorse) {
    const auto folder = test::shared_media() / "photos";
    if (!std::filesystem::exists(folder)) GTEST_SKIP() << "no shared media";
    int photos = 0;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        const auto name = entry.path().filename().string();
        if (name.starts_with("bomb-") || name.starts_with("large-") || name.starts_with("tiny-"))
            continue;
        SCOPED_TRACE(name);
        try {
            expect_no_worse(read(entry.path()));
            ++photos;
        } catch (const Failure&) {
            // Broken and foreign files are tested with the readers.
        }
    }
    EXPECT_GT(photos, 40);
}

TEST(AutomaticFix, ADarkAndAPaleCopyComeNearerToTheOriginal) {
    const cv::Mat good =
        read(std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/market.jpg");
    for (const cv::Mat& worse :
         {cv::Mat(good * 0.45), cv::Mat(good * 0.45 + cv::Scalar::all(75))}) {
        cv::Mat fixed = worse.clone();
        adjust(fixed, measure_automatic(worse));
        EXPECT_LT(cv::norm(fixed, good, cv::NORM_L1), cv::norm(worse, good, cv::NORM_L1) * 0.97);
    }
}

}  // namespace
