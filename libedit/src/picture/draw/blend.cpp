// Alpha blending.
#include "picture/draw/blend.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// value / 255, rounded, for 0 to 255 * 255.
constexpr int divide_by_255(int value) { return (value + 128 + ((value + 128) >> 8)) >> 8; }

void blend_row_rgb(unsigned char* to, const unsigned char* layer, int pixels, int opacity) {
    for (int i = 0; i < pixels; ++i, to += 3, layer += 4) {
        const int alpha = divide_by_255(layer[3] * opacity);
        if (alpha == 0) continue;
        for (int c = 0; c < 3; ++c)
            to[c] = static_cast<unsigned char>(std::min(
                255, divide_by_255(layer[c] * opacity) + divide_by_255(to[c] * (255 - alpha))));
    }
}

void blend_row_rgba(unsigned char* to, const unsigned char* layer, int pixels, int opacity) {
    for (int i = 0; i < pixels; ++i, to += 4, layer += 4) {
        const int above = divide_by_255(layer[3] * opacity);
        if (above == 0) continue;
        const int below = divide_by_255(to[3] * (255 - above));
        const int alpha = above + below;
        for (int c = 0; c < 3; ++c) {
            const int premultiplied = divide_by_255(layer[c] * opacity) * 255 + to[c] * below;
            to[c] = static_cast<unsigned char>(std::min(255, (premultiplied + alpha / 2) / alpha));
        }
        to[3] = static_cast<unsigned char>(alpha);
    }
}

}  // namespace

void blend(cv::Mat& picture, const Layer& layer, double opacity) {
    const int left = std::max(0, layer.x), top = std::max(0, layer.y);
    const int right = std::min(picture.cols, layer.x + layer.rgba.cols),
              bottom = std::min(picture.rows, layer.y + layer.rgba.rows);
    if (left >= right || top >= bottom) return;
    const int weight = static_cast<int>(std::lround(std::clamp(opacity, 0.0, 1.0) * 255));
    const auto blend_row = picture.channels() == 4 ? blend_row_rgba : blend_row_rgb;
    for (int y = top; y < bottom; ++y) {
        auto* to =
            picture.ptr<unsigned char>(y) + static_cast<std::ptrdiff_t>(left) * picture.channels();
        const auto* from = layer.rgba.ptr<unsigned char>(y - layer.y) +
                           static_cast<std::ptrdiff_t>(left - layer.x) * 4;
        blend_row(to, from, right - left, weight);
    }
}

cv::Mat flatten(const cv::Mat& picture, cv::Vec3b background) {
    if (picture.channels() != 4) return picture;
    cv::Mat flat(picture.size(), CV_8UC3);
    for (int y = 0; y < picture.rows; ++y) {
        const auto* from = picture.ptr<unsigned char>(y);
        auto* to = flat.ptr<unsigned char>(y);
        for (int x = 0; x < picture.cols; ++x, from += 4, to += 3)
            for (int c = 0; c < 3; ++c)
                to[c] = static_cast<unsigned char>(
                    divide_by_255(from[c] * from[3] + background[c] * (255 - from[3])));
    }
    return flat;
}

}  // namespace mediaedit::internal
