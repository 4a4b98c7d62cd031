// A layer is blended at its position and nowhere else.
#include "picture/draw/blend.hpp"

#include <gtest/gtest.h>

#include <utility>

namespace {

using namespace mediaedit::internal;

Layer red_square(int side, unsigned char alpha, int x, int y) {
    return {cv::Mat(side, side, CV_8UC4, cv::Scalar(alpha, 0, 0, alpha)), x, y};
}

TEST(Blend, CoversExactlyItsBox) {
    cv::Mat picture(20, 20, CV_8UC3, cv::Scalar(0, 0, 200));
    blend(picture, red_square(4, 255, 5, 6));
    int red = 0;
    for (int y = 0; y < 20; ++y)
        for (int x = 0; x < 20; ++x)
            if (picture.at<cv::Vec3b>(y, x) == cv::Vec3b(255, 0, 0)) {
                ++red;
                EXPECT_TRUE(x >= 5 && x < 9 && y >= 6 && y < 10);
            }
    EXPECT_EQ(red, 16);
}

TEST(Blend, IsClippedAtEveryEdge) {
    for (const auto& [x, y] : {std::pair{-2, -2}, {18, 18}, {-2, 18}, {100, 0}, {-100, -100}}) {
        cv::Mat picture(20, 20, CV_8UC3, cv::Scalar(0, 0, 200));
        blend(picture, red_square(4, 255, x, y));
        EXPECT_EQ(picture.at<cv::Vec3b>(10, 10), cv::Vec3b(0, 0, 200));
    }
}

TEST(Blend, HalfOpaqueMeetsInTheMiddle) {
    cv::Mat picture(4, 4, CV_8UC3, cv::Scalar(0, 0, 200));
    blend(picture, red_square(4, 128, 0, 0));
    EXPECT_NEAR(picture.at<cv::Vec3b>(1, 1)[0], 128, 1);
    EXPECT_NEAR(picture.at<cv::Vec3b>(1, 1)[2], 100, 1);
    picture.setTo(cv::Scalar(0, 0, 200));
    blend(picture, red_square(4, 255, 0, 0), 0.5);
    EXPECT_NEAR(picture.at<cv::Vec3b>(1, 1)[0], 128, 1);
}

TEST(Blend, OnATransparentPictureTheLayerKeepsItsOwnColour) {
    cv::Mat picture(4, 4, CV_8UC4, cv::Scalar(0, 0, 200, 0));
    blend(picture, red_square(4, 128, 0, 0));
    EXPECT_EQ(picture.at<cv::Vec4b>(1, 1), cv::Vec4b(255, 0, 0, 128));
}

TEST(Flatten, LaysOnTheColour) {
    cv::Mat picture(2, 2, CV_8UC4, cv::Scalar(0, 0, 0, 0));
    EXPECT_EQ(flatten(picture, {255, 250, 240}).at<cv::Vec3b>(0, 0), cv::Vec3b(255, 250, 240));
    picture.setTo(cv::Scalar(10, 20, 30, 255));
    EXPECT_EQ(flatten(picture, {255, 255, 255}).at<cv::Vec3b>(0, 0), cv::Vec3b(10, 20, 30));
}

}  // namespace
