// Small RGB copies of planes, and back.
#include "video/yuv_small.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Whole steps first: averaging those is many times as fast.
cv::Mat averaged(const cv::Mat& plane, cv::Size size) {
    cv::Mat small = plane;
    const int step = std::min(plane.cols / size.width, plane.rows / size.height);
    if (step > 1) {
        const cv::Size whole(plane.cols / step, plane.rows / step);
        cv::resize(plane(cv::Rect(0, 0, whole.width * step, whole.height * step)), small, whole, 0, 0, cv::INTER_AREA);
    }
    cv::Mat exact;
    cv::resize(small, exact, size, 0, 0, cv::INTER_AREA);
    return exact;
}

unsigned char to_byte(double value) { return static_cast<unsigned char>(std::lround(std::clamp(value, 0.0, 255.0))); }

}  // namespace

cv::Mat small_rgb(const YuvPicture& picture, cv::Size size) {
    const cv::Mat light = averaged(picture.y, size), blue_part = averaged(picture.u, size), red_part = averaged(picture.v, size);
    cv::Mat rgb(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y) {
        const auto *light_row = light.ptr(y), *u = blue_part.ptr(y), *v = red_part.ptr(y);
        auto* pixel = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < size.width; ++x) {
            const double grey = (light_row[x] - 16) * 255.0 / 219;
            const double red = grey + 1.5748 * (v[x] - 128) * 255 / 224, blue = grey + 1.8556 * (u[x] - 128) * 255 / 224;
            pixel[x] = {to_byte(red), to_byte((grey - 0.2126 * red - 0.0722 * blue) / 0.7152), to_byte(blue)};
        }
    }
    return rgb;
}

void spread(const cv::Mat& rgb, const YuvPicture& onto, int interpolation) {
    std::array<cv::Mat, 3> small;
    for (auto& plane : small) plane.create(rgb.size(), CV_8U);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* pixel = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const auto codes = to_bt709(pixel[x][0], pixel[x][1], pixel[x][2]);
            small[0].ptr(y)[x] = to_byte(codes.y);
            small[1].ptr(y)[x] = to_byte(codes.u);
            small[2].ptr(y)[x] = to_byte(codes.v);
        }
    }
    cv::Mat y = onto.y, u = onto.u, v = onto.v;
    cv::resize(small[0], y, y.size(), 0, 0, interpolation);
    cv::resize(small[1], u, u.size(), 0, 0, interpolation);
    cv::resize(small[2], v, v.size(), 0, 0, interpolation);
}

}  // namespace mediaedit::internal
