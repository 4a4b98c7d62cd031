// Pictures made for tests, whose pixels show where they came from.
#pragma once

#include <opencv2/core/mat.hpp>

#include <string>

namespace mediaedit::test {

/// CV_8UC3 RGB: the four quarters are red (top left), green (top right), blue (bottom left), white
/// (bottom right).
cv::Mat four_corners(int width, int height);

/// CV_8UC3 RGB: red grows with x, green with y, blue is 128, so that each pixel gives its position.
cv::Mat place_ramp(int width, int height);

/// The name of the nearest plain colour at (x, y): "red", "green", "blue", "white", "black",
/// "grey", ...
std::string color_name(const cv::Mat& rgb, int x, int y);

}  // namespace mediaedit::test
