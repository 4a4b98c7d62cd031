// Resizes pictures by OpenCV.
#include "picture/geometry/resample.hpp"

#include "picture/geometry/area_shrink.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// The backdrop is blurred at this size: it has no more detail than that.
constexpr double backdrop_side_px = 128;
constexpr double backdrop_blur = 0.045;  // of the small copy's longer side
constexpr double backdrop_light = 0.72;

/// OpenCV is faster for integer factors. For large factors, the weights of area_shrink are too
/// coarse.
bool suits_area_shrink(const cv::Mat& from, cv::Size size) {
    constexpr int largest_factor = 8;
    return (from.cols % size.width != 0 || from.rows % size.height != 0) &&
           from.cols <= size.width * largest_factor && from.rows <= size.height * largest_factor;
}

void resize(const cv::Mat& from, cv::Mat& to, cv::Size size) {
    const bool shrinks = size.width <= from.cols && size.height <= from.rows;
    if (shrinks && suits_area_shrink(from, size)) {
        to = area_shrink(from, size);
        return;
    }
    cv::resize(from, to, size, 0, 0, shrinks ? cv::INTER_AREA : cv::INTER_CUBIC);
}

cv::Mat multiply_by_alpha(const cv::Mat& straight) {
    cv::Mat premultiplied(straight.size(), CV_8UC4);
    for (int y = 0; y < straight.rows; ++y) {
        const auto* from = straight.ptr<cv::Vec4b>(y);
        auto* to = premultiplied.ptr<cv::Vec4b>(y);
        for (int x = 0; x < straight.cols; ++x) {
            const int alpha = from[x][3];
            for (int c = 0; c < 3; ++c)
                to[x][c] = static_cast<unsigned char>((from[x][c] * alpha + 127) / 255);
            to[x][3] = from[x][3];
        }
    }
    return premultiplied;
}

void divide_by_alpha(cv::Mat& picture) {
    for (int y = 0; y < picture.rows; ++y)
        for (auto *pixel = picture.ptr<cv::Vec4b>(y), *end = pixel + picture.cols; pixel != end;
             ++pixel) {
            const int alpha = (*pixel)[3];
            if (alpha == 0 || alpha == 255) continue;
            for (int c = 0; c < 3; ++c)
                (*pixel)[c] = static_cast<unsigned char>(
                    std::min(255, ((*pixel)[c] * 255 + alpha / 2) / alpha));
        }
}

}  // namespace

cv::Mat resample(const cv::Mat& source, const cv::Rect& crop, cv::Size size) {
    const cv::Mat part = source(crop);
    if (part.size() == size) return part.clone();
    cv::Mat result;
    if (part.channels() != 4) {
        resize(part, result, size);
        return result;
    }
    resize(multiply_by_alpha(part), result, size);
    divide_by_alpha(result);
    return result;
}

cv::Mat blurred_backdrop(const cv::Mat& source, cv::Size size) {
    const double cover = std::max(static_cast<double>(size.width) / source.cols,
                                  static_cast<double>(size.height) / source.rows);
    const int width = std::clamp(static_cast<int>(std::lround(size.width / cover)), 1, source.cols);
    const int height =
        std::clamp(static_cast<int>(std::lround(size.height / cover)), 1, source.rows);
    const cv::Rect middle((source.cols - width) / 2, (source.rows - height) / 2, width, height);

    const double scale = backdrop_side_px / std::max(size.width, size.height);
    const cv::Size small(std::max(1, static_cast<int>(std::lround(size.width * scale))),
                         std::max(1, static_cast<int>(std::lround(size.height * scale))));
    cv::Mat soft;
    cv::resize(source(middle), soft, small, 0, 0, cv::INTER_AREA);
    cv::GaussianBlur(soft, soft, {},
                     std::max(1.0, std::max(small.width, small.height) * backdrop_blur), 0,
                     cv::BORDER_REPLICATE);
    soft.convertTo(soft, -1, backdrop_light);
    cv::Mat backdrop;
    cv::resize(soft, backdrop, size, 0, 0, cv::INTER_CUBIC);
    return backdrop;
}

}  // namespace mediaedit::internal
