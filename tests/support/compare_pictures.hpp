// Pictures with all colours, and how far two of them differ.
#pragma once

#include <gtest/gtest.h>

#include <opencv2/core.hpp>

#include <algorithm>
#include <cstdint>
#include <cstdlib>

namespace mediaedit::test {

/// All colours, changing slowly.
inline cv::Mat all_colours(int width, int height) {
    cv::Mat rgb(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x) {
            const int red = 255 * x / (width - 1), green = 255 * y / (height - 1);
            const int blue = (red + 255 - green) / 2;
            rgb.at<cv::Vec3b>(y, x) = {cv::saturate_cast<std::uint8_t>(red),
                                       cv::saturate_cast<std::uint8_t>(green),
                                       cv::saturate_cast<std::uint8_t>(blue)};
        }
    return rgb;
}

inline cv::Mat red_as_grey(const cv::Mat& rgb) {
    cv::Mat grey = rgb.clone();
    for (auto& pixel : cv::Mat_<cv::Vec3b>(grey)) pixel = {pixel[0], pixel[0], pixel[0]};
    return grey;
}

/// The largest difference of any colour; alpha is left out.
inline int difference(const cv::Mat& got, const cv::Mat& wanted) {
    EXPECT_EQ(got.size(), wanted.size());
    if (got.size() != wanted.size()) return 255;
    int most = 0;
    for (int y = 0; y < got.rows; ++y)
        for (int x = 0; x < got.cols; ++x)
            for (int c = 0; c < 3; ++c)
                most = std::max(most, std::abs(got.ptr(y, x)[c] - wanted.ptr(y, x)[c]));
    return most;
}

}  // namespace mediaedit::test
