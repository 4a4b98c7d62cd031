// Measures the automatic correction of a photo.
#include "picture/color/adjust.hpp"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// Measured on a small copy: single pixels do not matter for exposure.
constexpr double measured_side_px = 256;
/// A photo whose median brightness lies between these is treated as well exposed.
constexpr double dark_below = 0.32, light_above = 0.70;
/// A photo that uses this share of the range from black to white is not flat.
constexpr double full_range = 0.72;
/// If this share of the pixels has one brightness, the picture is a drawing, a document or the grey
/// fill of a damaged file, and its tones mean nothing.
constexpr double flat_share = 0.4;
constexpr int seen_from_alpha = 128;
constexpr double most_light = 0.45, most_contrast = 0.35, most_warmth = 0.25;
/// Smaller changes are not visible, so the pass over all pixels is skipped.
constexpr double least_change = 0.03;

struct Measured {
    double low = 0, middle = 0, high = 0;  ///< 2nd, 50th and 98th percentile of brightness, 0 to 1
    double cast = 0;                       ///< red minus blue of nearly grey pixels, -1 to 1
    double flat = 0;                       ///< the share of the most frequent brightness
};

Measured measure(const cv::Mat& picture) {
    // An integer factor is many times faster.
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
    const auto measured = measure(picture);
    Adjust correction;
    if (measured.high - measured.low < 0.02 || measured.flat > flat_share) return correction;
    // Dark photos are brightened only partly. Bright ones are darkened only if their whites do not
    // look intended.
    if (measured.middle < dark_below && measured.high < 0.98)
        correction.light = std::min(most_light, (dark_below - measured.middle) * 1.6);
    else if (measured.middle > light_above && measured.low > 0.25)
        correction.light = -std::min(0.25, (measured.middle - light_above) * 0.8);
    const double range = measured.high - measured.low;
    if (range < full_range)
        correction.contrast = std::min(most_contrast, (full_range - range) * 0.8);
    // Only a clear colour cast is corrected, and only in part: evening light should stay warm.
    if (std::abs(measured.cast) > 0.12)
        correction.warmth = -std::clamp((std::abs(measured.cast) - 0.12) * 1.5, 0.0, most_warmth) *
                            (measured.cast > 0 ? 1 : -1);
    if (std::max({std::abs(correction.light), std::abs(correction.contrast),
                  std::abs(correction.warmth)}) < least_change)
        return {};
    return correction;
}

}  // namespace mediaedit::internal
