// Pictures made for tests, whose pixels show where they came from.
#include "support/made_pictures.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace mediaedit::test {

cv::Mat four_corners(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    const cv::Rect left(0, 0, width / 2, height), right(width / 2, 0, width - width / 2, height);
    picture(left).rowRange(0, height / 2).setTo(cv::Scalar(255, 0, 0));
    picture(right).rowRange(0, height / 2).setTo(cv::Scalar(0, 255, 0));
    picture(left).rowRange(height / 2, height).setTo(cv::Scalar(0, 0, 255));
    picture(right).rowRange(height / 2, height).setTo(cv::Scalar(255, 255, 255));
    return picture;
}

cv::Mat place_ramp(int width, int height) {
    cv::Mat picture(height, width, CV_8UC3);
    for (int y = 0; y < height; ++y)
        for (int x = 0; x < width; ++x)
            picture.at<cv::Vec3b>(y, x) =
                cv::Vec3b(static_cast<unsigned char>(x * 255 / std::max(1, width - 1)),
                          static_cast<unsigned char>(y * 255 / std::max(1, height - 1)), 128);
    return picture;
}

std::string color_name(const cv::Mat& rgb, int x, int y) {
    struct Named {
        const char* name;
        int red, green, blue;
    };
    static constexpr std::array<Named, 9> names{{{"red", 255, 0, 0},
                                                 {"green", 0, 255, 0},
                                                 {"blue", 0, 0, 255},
                                                 {"white", 255, 255, 255},
                                                 {"black", 0, 0, 0},
                                                 {"grey", 128, 128, 128},
                                                 {"yellow", 255, 255, 0},
                                                 {"cyan", 0, 255, 255},
                                                 {"magenta", 255, 0, 255}}};
    const auto* pixel = rgb.ptr<unsigned char>(y) + static_cast<std::ptrdiff_t>(x) * rgb.channels();
    const char* best = "";
    int best_distance = std::numeric_limits<int>::max();
    for (const auto& named : names) {
        const int red = pixel[0] - named.red, green = pixel[1] - named.green,
                  blue = pixel[2] - named.blue;
        const int distance = red * red + green * green + blue * blue;
        if (distance < best_distance) {
            best_distance = distance;
            best = named.name;
        }
    }
    return best;
}

}  // namespace mediaedit::test
