// Makes small RGB copies of planes, and converts them back.
#include "video/frame/yuv_small.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// First shrinks by a whole factor: that is many times as fast.
cv::Mat averaged(const cv::Mat& plane, cv::Size size) {
    cv::Mat small = plane;
    const int step = std::min(plane.cols / size.width, plane.rows / size.height);
    if (step > 1) {
        const cv::Size whole(plane.cols / step, plane.rows / step);
        cv::resize(plane(cv::Rect(0, 0, whole.width * step, whole.height * step)), small, whole, 0,
                   0, cv::INTER_AREA);
    }
    cv::Mat exact;
    cv::resize(small, exact, size, 0, 0, cv::INTER_AREA);
    return exact;
}

unsigned char to_byte(double value) {
    return static_cast<unsigned char>(std::lround(std::clamp(value, 0.0, 255.0)));
}

}  // namespace

cv::Mat small_rgb(const YuvPicture& picture, cv::Size size, const YuvCodes& codes) {
    const cv::Mat light = averaged(picture.y, size), blue_part = averaged(picture.u, size),
                  red_part = averaged(picture.v, size);
    cv::Mat rgb(size, CV_8UC3);
    for (int y = 0; y < size.height; ++y) {
        const auto *light_row = light.ptr(y), *u = blue_part.ptr(y), *v = red_part.ptr(y);
        auto* pixel = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < size.width; ++x) {
            const auto colour = codes.rgb({static_cast<double>(light_row[x]),
                                           static_cast<double>(u[x]), static_cast<double>(v[x])});
            pixel[x] = {to_byte(colour.red), to_byte(colour.green), to_byte(colour.blue)};
        }
    }
    return rgb;
}

void spread(const cv::Mat& rgb, const YuvPicture& onto, int interpolation, const YuvCodes& codes) {
    std::array<cv::Mat, 3> small;
    for (auto& plane : small) plane.create(rgb.size(), CV_8U);
    for (int y = 0; y < rgb.rows; ++y) {
        const auto* pixel = rgb.ptr<cv::Vec3b>(y);
        for (int x = 0; x < rgb.cols; ++x) {
            const auto colour =
                codes.of({static_cast<double>(pixel[x][0]), static_cast<double>(pixel[x][1]),
                          static_cast<double>(pixel[x][2])});
            small[0].ptr(y)[x] = to_byte(colour.y);
            small[1].ptr(y)[x] = to_byte(colour.u);
            small[2].ptr(y)[x] = to_byte(colour.v);
        }
    }
    cv::Mat y = onto.y, u = onto.u, v = onto.v;
    cv::resize(small[0], y, y.size(), 0, 0, interpolation);
    cv::resize(small[1], u, u.size(), 0, 0, interpolation);
    cv::resize(small[2], v, v.size(), 0, 0, interpolation);
}

}  // namespace mediaedit::internal
