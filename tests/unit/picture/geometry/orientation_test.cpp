// The eight orientations.
#include "picture/geometry/orientation.hpp"
#include "support/made_pictures.hpp"

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// `upright` as a camera with this orientation stores it.
cv::Mat stored_as(const cv::Mat& upright, Orientation orientation) {
    cv::Mat stored(swaps_sides(orientation) ? upright.cols : upright.rows,
                   swaps_sides(orientation) ? upright.rows : upright.cols, upright.type());
    const int w = upright.cols, h = upright.rows;
    for (int y = 0; y < stored.rows; ++y)
        for (int x = 0; x < stored.cols; ++x) {
            // EXIF: where the stored row 0 and column 0 are in the upright picture.
            int seen_x = 0, seen_y = 0;
            switch (static_cast<int>(orientation)) {
                case 1: seen_x = x, seen_y = y; break;                  // top, left
                case 2: seen_x = w - 1 - x, seen_y = y; break;          // top, right
                case 3: seen_x = w - 1 - x, seen_y = h - 1 - y; break;  // bottom, right
                case 4: seen_x = x, seen_y = h - 1 - y; break;          // bottom, left
                case 5: seen_x = y, seen_y = x; break;                  // left, top
                case 6: seen_x = w - 1 - y, seen_y = x; break;          // right, top
                case 7: seen_x = w - 1 - y, seen_y = h - 1 - x; break;  // right, bottom
                default: seen_x = y, seen_y = h - 1 - x; break;         // left, bottom
            }
            stored.at<cv::Vec3b>(y, x) = upright.at<cv::Vec3b>(seen_y, seen_x);
        }
    return stored;
}

TEST(Orientation, AllEightComeUpright) {
    const auto upright = test::place_ramp(13, 7);
    for (int number = 1; number <= 8; ++number) {
        const auto orientation = orientation_from_exif(number);
        const auto stored = stored_as(upright, orientation);
        const auto result = set_upright(stored, orientation);
        ASSERT_EQ(result.size(), upright.size()) << number;
        EXPECT_EQ(cv::norm(result, upright, cv::NORM_INF), 0) << number;
        EXPECT_EQ(set_upright(PixelSize{stored.cols, stored.rows}, orientation),
                  (PixelSize{13, 7}));
    }
}

TEST(Orientation, StripsLieWhereTheWholeWouldHaveThem) {
    const auto upright = test::place_ramp(13, 8);
    for (int number = 1; number <= 8; ++number) {
        const auto orientation = orientation_from_exif(number);
        const auto stored = stored_as(upright, orientation);
        cv::Mat result(8, 13, CV_8UC3, cv::Scalar::all(0));
        for (int first = 0; first < stored.rows; first += 3) {
            const int rows = std::min(3, stored.rows - first);
            const auto r = rows_set_upright({stored.cols, stored.rows}, orientation, first, rows);
            cv::Mat to = result(cv::Rect(r.x, r.y, r.width, r.height));
            set_upright(stored.rowRange(first, first + rows), orientation, to);
        }
        EXPECT_EQ(cv::norm(result, upright, cv::NORM_INF), 0) << number;
    }
}

TEST(Orientation, NumbersOutsideMeanUpright) {
    for (const int number : {-1, 0, 9, 65535})
        EXPECT_EQ(orientation_from_exif(number), Orientation::upright);
}

TEST(Orientation, MirrorAndTurnAreTakenApartAndPutTogether) {
    for (int number = 1; number <= 8; ++number) {
        const auto orientation = orientation_from_exif(number);
        EXPECT_EQ(
            orientation_of(mirrors(orientation), static_cast<Turn>(turn_degrees(orientation) / 90)),
            orientation)
            << number;
    }
}

TEST(Orientation, FirstMirrorsThenTurns) {
    // Red top left, mirrored: top right; turned right: bottom right.
    const auto result = set_upright(test::four_corners(8, 6), orientation_of(true, Turn::right));
    EXPECT_EQ(test::color_name(result, 5, 7), "red");
    EXPECT_EQ(test::color_name(result, 5, 0), "green");
}

}  // namespace
