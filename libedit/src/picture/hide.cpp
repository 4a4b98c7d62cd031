// Making a part of a picture unrecognisable, for good.
#include "picture/hide.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// A face of eight blocks across is not known again, and eight numbers cannot be sharpened into one.
constexpr int blocks_across_pixels = 8;
/// The blur is made of fewer, since smooth colour tells more to the eye than hard blocks.
constexpr int blocks_across_blur = 6;
/// Colours are coarsened to steps of this, so that averages cannot be solved for what was averaged.
constexpr int color_step = 16;
const cv::Scalar plate_color(72, 76, 82, 255);

cv::Mat coarse_copy(const cv::Mat& part, int blocks_across) {
    const double block = std::max(1.0, static_cast<double>(std::min(part.cols, part.rows)) / blocks_across);
    const cv::Size size(std::max(1, static_cast<int>(std::floor(part.cols / block))), std::max(1, static_cast<int>(std::floor(part.rows / block))));
    cv::Mat coarse;
    cv::resize(part, coarse, size, 0, 0, cv::INTER_AREA);
    for (int y = 0; y < coarse.rows; ++y)
        for (auto *value = coarse.ptr<unsigned char>(y), *end = value + static_cast<std::ptrdiff_t>(coarse.cols) * coarse.channels(); value != end; ++value)
            *value = static_cast<unsigned char>(std::min(255, *value / color_step * color_step + color_step / 2));
    return coarse;
}

}  // namespace

void hide(cv::Mat& picture, const PixelRect& area, HideWith with) {
    const cv::Rect inside = cv::Rect(area.x, area.y, area.width, area.height) & cv::Rect(0, 0, picture.cols, picture.rows);
    if (inside.empty()) return;
    cv::Mat part = picture(inside);
    switch (with) {
        case HideWith::solid:
            part.setTo(plate_color);
            break;
        case HideWith::pixels:
            cv::resize(coarse_copy(part, blocks_across_pixels), part, part.size(), 0, 0, cv::INTER_NEAREST);
            break;
        case HideWith::blur: {
            // From the coarse copy alone: what the blur cannot see it cannot leak.
            cv::Mat smooth;
            cv::resize(coarse_copy(part, blocks_across_blur), smooth, part.size(), 0, 0, cv::INTER_LINEAR);
            const double sigma = std::max(1.0, std::min(part.cols, part.rows) / 24.0);
            cv::GaussianBlur(smooth, part, {}, sigma, 0, cv::BORDER_REPLICATE | cv::BORDER_ISOLATED);
            break;
        }
    }
}

}  // namespace mediaedit::internal
