// Draws texts, logos and codes on a frame's planes.
#include "video/frame/yuv_layer.hpp"

#include "video/frame/frame_geometry.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// value / 255, rounded, for 0 to 255 * 255.
int divide_by_255(int value) { return (value + 128 + ((value + 128) >> 8)) >> 8; }

void blend_plane(const cv::Mat& layer, const cv::Mat& alpha, const cv::Mat& onto) {
    for (int y = 0; y < layer.rows; ++y) {
        const auto *from = layer.ptr(y), *over = alpha.ptr(y);
        auto* to = const_cast<unsigned char*>(onto.ptr(y));
        for (int x = 0; x < layer.cols; ++x)
            to[x] = static_cast<unsigned char>(
                std::min(255, from[x] + divide_by_255(to[x] * (255 - over[x]))));
    }
}

}  // namespace

YuvLayer::YuvLayer(const OverlayLayer& layer, PixelSize result, const YuvCodes& codes)
    : when_(layer.when) {
    const cv::Mat& rgba = layer.layer.rgba;
    const int left = std::max(0, layer.layer.x), top = std::max(0, layer.layer.y);
    const int right = std::min(result.width, layer.layer.x + rgba.cols),
              bottom = std::min(result.height, layer.layer.y + rgba.rows);
    if (left >= right || top >= bottom) return;
    box_ = {even_below(left), even_below(top), even_above(right) - even_below(left),
            even_above(bottom) - even_below(top)};
    const cv::Size half(box_.width / 2, box_.height / 2);
    // Sums are not rounded, since a soft edge has few steps already.
    cv::Mat sums = cv::Mat::zeros(half, CV_32FC3);
    alpha_ = cv::Mat::zeros(box_.height, box_.width, CV_8U);
    colour_ = {cv::Mat::zeros(box_.height, box_.width, CV_8U), cv::Mat::zeros(half, CV_8U),
               cv::Mat::zeros(half, CV_8U)};
    colour_alpha_ = cv::Mat::zeros(half, CV_8U);
    const auto rounded = [](double value) {
        return static_cast<unsigned char>(std::lround(std::clamp(value, 0.0, 255.0)));
    };
    const double opacity = std::clamp(layer.opacity, 0.0, 1.0);
    for (int y = top; y < bottom; ++y) {
        const auto* from = rgba.ptr<cv::Vec4b>(y - layer.layer.y);
        auto *light = colour_.y.ptr(y - box_.y), *alpha = alpha_.ptr(y - box_.y);
        auto* sum = sums.ptr<cv::Vec3f>((y - box_.y) / 2);
        for (int x = left; x < right; ++x) {
            const auto& pixel = from[x - layer.layer.x];
            if (pixel[3] == 0) continue;
            const double share = opacity * pixel[3] / 255;
            const auto colour =
                codes.of({opacity * pixel[0], opacity * pixel[1], opacity * pixel[2]});
            // Premultiplied: the offsets of black and grey are scaled by alpha, too.
            light[x - box_.x] = rounded(colour.y - codes.black() + codes.black() * share);
            alpha[x - box_.x] = rounded(255 * share);
            sum[(x - box_.x) / 2] += cv::Vec3f(static_cast<float>(colour.u - 128 + 128 * share),
                                               static_cast<float>(colour.v - 128 + 128 * share),
                                               static_cast<float>(255 * share));
        }
    }
    for (int y = 0; y < half.height; ++y)
        for (int x = 0; x < half.width; ++x) {
            const auto& sum = sums.at<cv::Vec3f>(y, x);
            colour_.u.at<unsigned char>(y, x) = rounded(sum[0] / 4.0);
            colour_.v.at<unsigned char>(y, x) = rounded(sum[1] / 4.0);
            colour_alpha_.at<unsigned char>(y, x) = rounded(sum[2] / 4.0);
        }
}

void YuvLayer::blend(const YuvPicture& picture) const {
    if (box_.width == 0) return;
    const auto beneath = picture.part(box_);
    blend_plane(colour_.y, alpha_, beneath.y);
    blend_plane(colour_.u, colour_alpha_, beneath.u);
    blend_plane(colour_.v, colour_alpha_, beneath.v);
}

}  // namespace mediaedit::internal
