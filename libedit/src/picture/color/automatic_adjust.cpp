// The one gentle automatic fix: what does this photo need, if anything?
#include "picture/color/adjust.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Measured small: single pixels do not matter to exposure.
constexpr double measured_side_px = 256;
/// A photo whose middle light lies between these is well exposed, by intent or not.
constexpr double dark_below = 0.32, light_above = 0.70;
/// A photo that uses this much of the range from black to white is not flat.
constexpr double full_range = 0.72;
/// Where one light alone takes this much, it is a drawing, a page or the filling of a damaged file:
/// its tones say nothing.
constexpr double flat_share = 0.4;
constexpr int seen_from_alpha = 128;
constexpr double most_light = 0.45, most_contrast = 0.35, most_warmth = 0.25;
/// Where nothing is changed by more, nothing can be seen, and a pass over every pixel is saved.
constexpr double least_change = 0.03;

struct Measured {
    double low = 0, middle = 0, high = 0;  ///< 2nd, 50th and 98th percentile of light, 0 to 1
    double cast = 0;                       ///< red minus blue of nearly grey pixels, -1 to 1
    double flat = 0;                       ///< the share of the most frequent light
};

Measured measure(const cv::Mat& picture) {
    // Whole steps: averaging those is many times as fast.
    const int step =
        std::clamp(static_cast<int>(std::max(picture.cols, picture.rows) / measured_side_px), 1,
                   std::min(picture.cols, picture.rows));
    const cv::Size size(picture.cols / step, picture.rows / step);
    cv::Mat small;
    cv::resize(picture(cv::Rect(0, 0, size.width * step, size.height * step)), small, size, 0, 0,
               cv::INTER_AREA);
    std::array<int, 256> counts{};
    double red_minus_blue = 0;
    int greys = 0, total = 0;
    for (int y = 0; y < small.rows; ++y) {
        const auto* pixel = small.ptr<unsigned char>(y);
        for (int x = 0; x < small.cols; ++x, pixel += small.channels()) {
            if (small.channels() == 4 && pixel[3] < seen_from_alpha) continue;
            ++total;
            const int light = (77 * pixel[0] + 150 * pixel[1] + 29 * pixel[2] + 128) >> 8;
            ++counts[light];
            const int most = std::max({pixel[0], pixel[1], pixel[2]}),
                      least = std::min({pixel[0], pixel[1], pixel[2]});
            if (light > 60 && light < 220 && most - least < 60) {
                red_minus_blue += pixel[0] - pixel[2];
                ++greys;
            }
        }
    }
    if (total == 0) return {};
    const auto percentile = [&](double share) {
        double below = 0;
        for (int i = 0; i < 256; ++i)
            if ((below += counts[i]) >= share * total) return i / 255.0;
        return 1.0;
    };
    return {percentile(0.02), percentile(0.5), percentile(0.98),
            greys > 0.25 * total ? red_minus_blue / greys / 255 : 0,
            static_cast<double>(*std::max_element(counts.begin(), counts.end())) / total};
}

}  // namespace

Adjust measure_automatic(const cv::Mat& picture) {
    const auto seen = measure(picture);
    Adjust wish;
    if (seen.high - seen.low < 0.02 || seen.flat > flat_share) return wish;
    // Dark photos are lifted half the way; bright ones are lowered only when their whites are not
    // white on purpose.
    if (seen.middle < dark_below && seen.high < 0.98)
        wish.light = std::min(most_light, (dark_below - seen.middle) * 1.6);
    else if (seen.middle > light_above && seen.low > 0.25)
        wish.light = -std::min(0.25, (seen.middle - light_above) * 0.8);
    const double range = seen.high - seen.low;
    if (range < full_range) wish.contrast = std::min(most_contrast, (full_range - range) * 0.8);
    // Only a clear cast is taken back, and only in part: evening light is meant to be warm.
    if (std::abs(seen.cast) > 0.12)
        wish.warmth = -std::clamp((std::abs(seen.cast) - 0.12) * 1.5, 0.0, most_warmth) *
                      (seen.cast > 0 ? 1 : -1);
    if (std::max({std::abs(wish.light), std::abs(wish.contrast), std::abs(wish.warmth)}) <
        least_change)
        return {};
    return wish;
}

}  // namespace mediaedit::internal
