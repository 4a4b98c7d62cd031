// Averages agree with OpenCV's for any factor.
#include "picture/geometry/area_shrink.hpp"

#include <opencv2/imgproc.hpp>

#include <gtest/gtest.h>

#include <utility>

namespace mediaedit::internal {
namespace {

cv::Mat noise(cv::Size size, int type) {
    cv::Mat picture(size, type);
    cv::RNG random(7);
    random.fill(picture, cv::RNG::UNIFORM, 0, 256);
    return picture;
}

TEST(AreaShrink, IsWhatOpenCvAverages) {
    for (const int type : {CV_8UC3, CV_8UC4})
        for (const auto& [from, to] : {std::pair<cv::Size, cv::Size>{{151, 189}, {108, 135}},
                                       {{1512, 40}, {1080, 17}},
                                       {{403, 301}, {60, 299}},
                                       {{17, 16}, {16, 16}},
                                       {{5, 3}, {5, 1}},
                                       {{1, 9}, {1, 2}},
                                       {{3, 3}, {2, 2}},
                                       {{7, 5}, {1, 1}},
                                       {{245, 307}, {108, 135}},
                                       {{2, 2}, {2, 1}}}) {
            const cv::Mat picture = noise(from, type);
            cv::Mat expected;
            cv::resize(picture, expected, to, 0, 0, cv::INTER_AREA);
            const cv::Mat result = area_shrink(picture, to);
            ASSERT_EQ(result.size(), to);
            ASSERT_EQ(result.type(), type);
            EXPECT_LE(cv::norm(result, expected, cv::NORM_INF), 2) << from << " to " << to;
        }
}

TEST(AreaShrink, KeepsPlainColours) {
    const cv::Mat white(77, 131, CV_8UC3, cv::Scalar(255, 0, 200));
    const cv::Mat result = area_shrink(white, {50, 41});
    EXPECT_EQ(
        cv::norm(result, cv::Mat(result.size(), CV_8UC3, cv::Scalar(255, 0, 200)), cv::NORM_INF),
        0);
}

TEST(AreaShrink, TakesPartOfALargerPicture) {
    const cv::Mat picture = noise({200, 100}, CV_8UC3);
    const cv::Rect part(150, 60, 50, 40);  // to the end of the row
    EXPECT_EQ(cv::norm(area_shrink(picture(part), {31, 23}),
                       area_shrink(picture(part).clone(), {31, 23}), cv::NORM_INF),
              0);
}

}  // namespace
}  // namespace mediaedit::internal
