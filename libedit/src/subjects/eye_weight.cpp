// Saliency without faces.
#include "subjects/eye_weight.hpp"

#include "picture/geometry/small_copy.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr double weight_side_px = 96;
/// People aim with the centre of the picture.
constexpr double middle_preference = 0.35;

/// Opponent colours: brightness, red-green and yellow-blue, each about 0 to 100. (OpenCV's Lab
/// would take 30 ms to make tables at its first use.)
cv::Mat to_opponents(const cv::Mat& picture) {
    cv::Mat opponents(picture.size(), CV_32FC3);
    for (int y = 0; y < picture.rows; ++y) {
        const auto* pixel = picture.ptr<unsigned char>(y);
        auto* to = opponents.ptr<cv::Vec3f>(y);
        for (int x = 0; x < picture.cols; ++x, pixel += picture.channels()) {
            const float red = pixel[0] / 2.55f, green = pixel[1] / 2.55f, blue = pixel[2] / 2.55f;
            to[x] = {0.3f * red + 0.59f * green + 0.11f * blue, red - green,
                     0.5f * (red + green) - blue};
        }
    }
    return opponents;
}

}  // namespace

cv::Mat eye_weight(const cv::Mat& picture) {
    const cv::Mat small = small_copy(picture, weight_side_px);
    cv::Mat seen = to_opponents(small), calm;
    cv::GaussianBlur(seen, seen, {3, 3}, 1);
    cv::boxFilter(seen, calm, -1, cv::Size(small.cols / 4 * 2 + 1, small.rows / 4 * 2 + 1),
                  {-1, -1}, true, cv::BORDER_REPLICATE);

    cv::Mat across, down, weight(small.size(), CV_32F);
    const cv::Mat light = [&] {
        cv::Mat channel;
        cv::extractChannel(seen, channel, 0);
        return channel;
    }();
    cv::Sobel(light, across, CV_32F, 1, 0);
    cv::Sobel(light, down, CV_32F, 0, 1);
    const cv::Scalar average = cv::mean(seen);
    const cv::Vec3f mean(static_cast<float>(average[0]), static_cast<float>(average[1]),
                         static_cast<float>(average[2]));
    for (int y = 0; y < weight.rows; ++y)
        for (int x = 0; x < weight.cols; ++x) {
            const auto& here = seen.at<cv::Vec3f>(y, x);
            const auto local = here - calm.at<cv::Vec3f>(y, x), global = here - mean;
            const float color = std::sqrt(local.dot(local)) +
                                0.5f * std::sqrt(global[1] * global[1] + global[2] * global[2]);
            const float edges = std::hypot(across.at<float>(y, x), down.at<float>(y, x));
            const double dx = (x + 0.5) / weight.cols - 0.5, dy = (y + 0.5) / weight.rows - 0.5;
            const auto middle =
                static_cast<float>(1 - middle_preference * std::min(1.0, 2 * std::hypot(dx, dy)));
            weight.at<float>(y, x) = (color + 0.25f * edges) * middle;
        }
    cv::GaussianBlur(weight, weight, {}, 2);
    cv::pow(weight, 1.5, weight);  // favours small strong regions over large weak ones
    return weight;
}

}  // namespace mediaedit::internal
