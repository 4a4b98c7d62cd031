// Blurred and dark photos are found; sharp ones, soft backgrounds and plain surfaces are not.
#include "subjects/quality.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <cmath>

namespace {

using namespace mediaedit::internal;

/// Overlapping ellipses of all sizes ("dead leaves"): edges in every direction and at every scale,
/// as in real photos.
cv::Mat leaves(int width, int height) {
    cv::RNG chance(7);
    cv::Mat scene(height, width, CV_8UC3, cv::Scalar(90, 100, 110));
    for (int i = 0; i < 3000; ++i) {
        const double radius = 0.004 * width / std::sqrt(chance.uniform(0.002, 1.0));
        const cv::Point middle(chance.uniform(0, width), chance.uniform(0, height));
        const cv::Size axes(cvRound(radius) + 1, cvRound(radius * chance.uniform(0.3, 1.0)) + 1);
        const cv::Scalar color(chance.uniform(10, 245), chance.uniform(10, 245),
                               chance.uniform(10, 245));
        cv::ellipse(scene, middle, axes, chance.uniform(0, 180), 0, 360, color, cv::FILLED,
                    cv::LINE_AA);
    }
    return scene;
}

cv::Mat blurred(const cv::Mat& picture, double sigma_px) {
    cv::Mat result;
    cv::GaussianBlur(picture, result, {}, sigma_px);
    return result;
}

bool looks_blurred(const cv::Mat& rgb) { return is_blurred(brightness_for_measuring(rgb)); }
bool looks_dark(const cv::Mat& rgb) { return is_too_dark(brightness_for_measuring(rgb)); }

TEST(Softness, TellsABlurredCopyFromTheSharpOne) {
    const auto scene = leaves(1024, 768);
    EXPECT_FALSE(looks_blurred(scene));
    for (const double sigma : {3.0, 5.0, 8.0})
        EXPECT_TRUE(looks_blurred(blurred(scene, sigma))) << sigma;
}

TEST(Softness, GrowsWithTheBlur) {
    const auto scene = leaves(1024, 768);
    double last = softness(brightness_for_measuring(scene)).value();
    for (const double sigma : {1.0, 2.0, 4.0}) {
        const double soft = softness(brightness_for_measuring(blurred(scene, sigma))).value();
        EXPECT_GT(soft, last) << sigma;
        last = soft;
    }
}

TEST(Softness, IsMeasuredAtOneSize) {
    // The blur of a large photo is not visible at a small size.
    const auto large = leaves(4096, 3072);
    EXPECT_FALSE(looks_blurred(blurred(large, 2)));
    EXPECT_TRUE(looks_blurred(blurred(large, 14)));
}

TEST(Softness, ASharpSubjectBeforeASoftBackgroundIsSharp) {
    const auto scene = leaves(1024, 768);
    auto portrait = blurred(scene, 8);
    const cv::Rect subject(380, 200, 280, 400);
    scene(subject).copyTo(portrait(subject));
    EXPECT_FALSE(looks_blurred(portrait));
}

TEST(Softness, AShakenPhotoIsFound) {
    cv::Mat shaken;
    cv::filter2D(leaves(1024, 768), shaken, -1, cv::Mat(1, 25, CV_32F, cv::Scalar(1.0 / 25)));
    EXPECT_TRUE(looks_blurred(shaken));
}

TEST(Softness, PlainTinyAndThinPicturesAreNotJudged) {
    EXPECT_FALSE(softness(cv::Mat(600, 800, CV_8UC1, cv::Scalar(120))));
    EXPECT_FALSE(softness(cv::Mat(1, 1, CV_8UC1, cv::Scalar(120))));
    EXPECT_FALSE(looks_blurred(cv::Mat(2, 60'000, CV_8UC3, cv::Scalar(1, 200, 3))));
    EXPECT_FALSE(looks_blurred(cv::Mat(60'000, 2, CV_8UC4, cv::Scalar(1, 200, 3, 4))));
}

TEST(Darkness, IsFoundWhereNothingStandsOut) {
    const auto scene = leaves(800, 600);
    EXPECT_FALSE(looks_dark(scene));
    EXPECT_TRUE(looks_dark(scene * 0.2));
    EXPECT_TRUE(looks_dark(cv::Mat::zeros(600, 800, CV_8UC3)));
}

TEST(Darkness, ANightWithLitFacesIsMeant) {
    cv::Mat night(600, 800, CV_8UC3, cv::Scalar(12, 12, 20));
    night(cv::Rect(300, 200, 100, 120)).setTo(cv::Scalar(220, 180, 150));
    EXPECT_FALSE(looks_dark(night));
}

TEST(Darkness, SeeThroughPartsAreNoNight) {
    EXPECT_FALSE(looks_dark(cv::Mat(300, 300, CV_8UC4, cv::Scalar(0, 0, 0, 0))));
    EXPECT_TRUE(looks_dark(cv::Mat(300, 300, CV_8UC4, cv::Scalar(0, 0, 0, 255))));
}

}  // namespace
