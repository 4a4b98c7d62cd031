// Hidden areas are unreadable, and adjusting keeps a photo's details.
#include "picture/color/adjust.hpp"
#include "picture/geometry/resample.hpp"
#include "picture/hide/hide.hpp"
#include "support/phone_photos.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// Correlation of the details of two areas: 1 the same, 0 nothing in common.
double detail_correlation(const cv::Mat& one, const cv::Mat& other) {
    const auto detail = [](const cv::Mat& picture) {
        cv::Mat grey, soft;
        cv::cvtColor(picture, grey, cv::COLOR_RGB2GRAY);
        grey.convertTo(grey, CV_32F);
        cv::GaussianBlur(grey, soft, {}, 8);
        return cv::Mat(grey - soft);
    };
    cv::Mat result;
    cv::matchTemplate(detail(one), detail(other), result, cv::TM_CCOEFF_NORMED);
    return std::abs(static_cast<double>(result.at<float>(0, 0)));
}

TEST(Hide, NothingOfTheDetailIsLeftAndNothingElseIsTouched) {
    for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid}) {
        const auto before = test::made_scene(400, 300);
        auto picture = before.clone();
        hide(picture, {100, 80, 120, 100}, with);
        const cv::Rect area(100, 80, 120, 100);
        EXPECT_LT(with == HideWith::solid ? 0 : detail_correlation(before(area), picture(area)),
                  0.2);
        cv::Mat outside;
        cv::absdiff(before, picture, outside);
        outside(area).setTo(cv::Scalar::all(0));
        EXPECT_EQ(cv::countNonZero(outside.reshape(1)), 0);
    }
}

TEST(Hide, AtMostEightBlocksAcrossRemain) {
    auto picture = test::made_scene(400, 400);
    hide(picture, {0, 0, 400, 400}, HideWith::pixels);
    int changes = 0;
    for (int x = 1; x < 400; ++x)
        changes += picture.at<cv::Vec3b>(200, x) != picture.at<cv::Vec3b>(200, x - 1);
    EXPECT_LE(changes, 7);
}

TEST(Hide, AreasOutsideAreClipped) {
    auto picture = test::made_scene(50, 50);
    for (const PixelRect area :
         {PixelRect{-20, -20, 30, 30}, {45, 45, 100, 100}, {60, 60, 10, 10}, {0, 0, 1, 1}})
        for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid})
            hide(picture, area, with);
    SUCCEED();
}

TEST(Adjust, ZeroChangesNothingAndEachDirectionIsAsNamed) {
    const auto before = test::made_scene(200, 200);
    const auto mean = [](const cv::Mat& picture) { return cv::mean(picture); };
    const auto adjusted = [&](const Adjust& options) {
        auto picture = before.clone();
        adjust(picture, options);
        return picture;
    };
    EXPECT_LE(cv::norm(before, adjusted({}), cv::NORM_INF), 1);
    EXPECT_GT(mean(adjusted({.light = 0.5}))[1], mean(before)[1] + 10);
    EXPECT_LT(mean(adjusted({.light = -0.5}))[1], mean(before)[1] - 10);
    const auto warm = mean(adjusted({.warmth = 1})), cool = mean(adjusted({.warmth = -1}));
    EXPECT_GT(warm[0] - warm[2], cool[0] - cool[2] + 20);
    const auto grey = adjusted({.color = -1});
    EXPECT_LE(std::abs(grey.at<cv::Vec3b>(50, 50)[0] - grey.at<cv::Vec3b>(50, 50)[2]), 1);
    cv::Scalar average, spread_before, spread_after;
    cv::meanStdDev(before, average, spread_before);
    cv::meanStdDev(adjusted({.contrast = 0.8}), average, spread_after);
    EXPECT_GT(spread_after[1], spread_before[1]);
}

TEST(Adjust, CurvesRiseEvenly) {
    cv::Mat ramp(1, 256, CV_8UC3);
    for (int i = 0; i < 256; ++i)
        ramp.at<cv::Vec3b>(0, i) = cv::Vec3b::all(static_cast<unsigned char>(i));
    for (const double light : {-1.0, 0.0, 1.0})
        for (const double contrast : {-1.0, 0.0, 1.0})
            for (const double warmth : {-1.0, 0.0, 1.0}) {
                auto picture = ramp.clone();
                adjust(picture, {.light = light, .contrast = contrast, .warmth = warmth});
                for (int i = 1; i < 256; ++i)
                    for (int c = 0; c < 3; ++c)
                        EXPECT_GE(picture.at<cv::Vec3b>(0, i)[c],
                                  picture.at<cv::Vec3b>(0, i - 1)[c]);
            }
}

TEST(Automatic, LeavesAGoodPhotoAloneAndHelpsADarkOne) {
    cv::Mat good(200, 200, CV_8UC3);
    for (int x = 0; x < 200; ++x) good.col(x).setTo(cv::Scalar::all(5 + x * 245 / 199));
    EXPECT_EQ(measure_automatic(good), Adjust{});
    EXPECT_GT(measure_automatic(good * 0.35).light, 0.1);
    EXPECT_GT(measure_automatic(good * 0.4 + cv::Scalar::all(70)).contrast, 0.1);
    EXPECT_EQ(measure_automatic(cv::Mat(50, 50, CV_8UC3, cv::Scalar(9, 9, 9))), Adjust{});
}

TEST(Resample, SeeThroughPixelsDoNotBleed) {
    cv::Mat picture(64, 64, CV_8UC4, cv::Scalar(0, 255, 0, 0));
    picture(cv::Rect(0, 0, 32, 64)).setTo(cv::Scalar(200, 0, 0, 255));
    const auto small = resample(picture, {0, 0, 64, 64}, {21, 21});
    for (int x = 0; x < 21; ++x)
        if (small.at<cv::Vec4b>(10, x)[3] > 10) {
            EXPECT_NEAR(small.at<cv::Vec4b>(10, x)[0], 200, 3);
            EXPECT_LE(small.at<cv::Vec4b>(10, x)[1], 3);
        }
}

}  // namespace
