// Small copies of pictures, for detection.
#include "picture/geometry/small_copy.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace mediaedit::internal {

cv::Mat small_copy(const cv::Mat& picture, double side_px) {
    // An integer factor first: it is many times faster.
    cv::Mat small = picture;
    const int step = std::min(static_cast<int>(std::max(picture.cols, picture.rows) / side_px),
                              std::min(picture.cols, picture.rows));
    if (step > 1) {
        const cv::Size size(picture.cols / step, picture.rows / step);
        cv::resize(picture(cv::Rect(0, 0, size.width * step, size.height * step)), small, size, 0,
                   0, cv::INTER_AREA);
    }
    const double scale = side_px / std::max(small.cols, small.rows);
    if (scale >= 1) return small;
    cv::Mat exact;
    cv::resize(small, exact,
               {std::max(1, static_cast<int>(small.cols * scale)),
                std::max(1, static_cast<int>(small.rows * scale))},
               0, 0, cv::INTER_AREA);
    return exact;
}

cv::Mat to_grey(const cv::Mat& picture) {
    cv::Mat grey;
    cv::cvtColor(picture, grey, picture.channels() == 4 ? cv::COLOR_RGBA2GRAY : cv::COLOR_RGB2GRAY);
    return grey;
}

}  // namespace mediaedit::internal
