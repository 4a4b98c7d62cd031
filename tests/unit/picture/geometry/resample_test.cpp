// A resampled picture shows the same, with any number of threads.
#include "picture/geometry/resample.hpp"
#include "support/made_pictures.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <thread>
#include <vector>

namespace {

using namespace mediaedit::internal;

TEST(ResampleSizes, EveryPixelStillGivesItsPosition) {
    const auto ramp = mediaedit::test::place_ramp(403, 302);
    for (const cv::Size size : {cv::Size(359, 270), cv::Size(200, 151), cv::Size(57, 41),
                                cv::Size(806, 604), cv::Size(500, 200)}) {
        const auto result = resample(ramp, {0, 0, 403, 302}, size);
        ASSERT_EQ(result.size(), size);
        for (const double x : {0.1, 0.5, 0.9})
            for (const double y : {0.1, 0.5, 0.9}) {
                const auto pixel = result.at<cv::Vec3b>(static_cast<int>(y * size.height),
                                                        static_cast<int>(x * size.width));
                EXPECT_NEAR(pixel[0], x * 255, 6) << size;
                EXPECT_NEAR(pixel[1], y * 255, 8) << size;
            }
    }
}

TEST(ResampleSizes, OnlyTheCropIsSeen) {
    const auto corners = mediaedit::test::four_corners(400, 400);
    const auto result = resample(corners, {200, 0, 200, 200}, {77, 131});
    for (const int x : {0, 40, 76})
        for (const int y : {0, 60, 130})
            EXPECT_EQ(mediaedit::test::color_name(result, x, y), "green");
}

TEST(ResampleSizes, FineStripesBecomeGreyAndNotCoarserStripes) {
    cv::Mat stripes(600, 600, CV_8UC3);
    for (int x = 0; x < 600; ++x) stripes.col(x).setTo(cv::Scalar::all(x % 2 ? 255 : 0));
    for (const int side : {100, 151, 190}) {
        const auto small = resample(stripes, {0, 0, 600, 600}, {side, side});
        cv::Scalar mean, spread;
        cv::meanStdDev(small, mean, spread);
        EXPECT_NEAR(mean[0], 127.5, 2) << side;
        EXPECT_LT(spread[0], 30)
            << side;  // taking every third pixel instead of averages would give 127
    }
}

TEST(ResampleSizes, ManyThreadsGetWhatOneGets) {
    const auto source = mediaedit::test::place_ramp(900, 700);
    const std::vector<cv::Size> sizes{{540, 675}, {300, 300}, {1080, 840}, {333, 111}};
    std::vector<cv::Mat> alone, together(sizes.size() * 4);
    for (const auto& size : sizes) alone.push_back(resample(source, {50, 20, 800, 650}, size));
    {
        std::vector<std::jthread> threads;
        for (std::size_t i = 0; i < together.size(); ++i)
            threads.emplace_back([&, i] {
                together[i] = resample(source, {50, 20, 800, 650}, sizes[i % sizes.size()]);
            });
    }
    for (std::size_t i = 0; i < together.size(); ++i)
        EXPECT_EQ(cv::norm(together[i], alone[i % sizes.size()], cv::NORM_INF), 0) << i;
}

TEST(Backdrop, FillsItsSizeSoftAndDarker) {
    const auto corners = mediaedit::test::four_corners(300, 300);
    for (const cv::Size size : {cv::Size(270, 480), cv::Size(480, 270), cv::Size(1, 9)}) {
        const auto backdrop = blurred_backdrop(corners, size);
        ASSERT_EQ(backdrop.size(), size);
        double most = 0;
        cv::minMaxLoc(backdrop.reshape(1), nullptr, &most);
        EXPECT_LT(most, 200) << size;  // white is 255 in the picture itself
    }
}

}  // namespace
