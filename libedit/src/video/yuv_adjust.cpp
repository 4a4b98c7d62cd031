// The photo's light and colour, on a video's planes.
#include "video/yuv_adjust.hpp"

#include "picture/adjust.hpp"
#include "video/side_by_side.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr int gain_shift = 8;
/// How far from grey the colours are measured: far enough that rounding does not count.
constexpr double measured_distance = 40;

YuvColour adjusted(const Adjust& wish, double red, double green, double blue) {
    const auto code = [](double value) { return static_cast<unsigned char>(std::lround(std::clamp(value, 0.0, 255.0))); };
    cv::Mat pixel(1, 1, CV_8UC3, cv::Scalar(code(red), code(green), code(blue)));
    adjust(pixel, wish);
    const auto* rgb = pixel.ptr();
    return to_bt709(rgb[0], rgb[1], rgb[2]);
}

}  // namespace

YuvAdjust::YuvAdjust(const Adjust& wish) : changes_nothing_(wish.light == 0 && wish.contrast == 0 && wish.color == 0 && wish.warmth == 0) {
    if (changes_nothing_) return;
    const auto rounded = [](double value) { return static_cast<int>(std::lround(value)); };
    for (int i = 0; i < 256; ++i) {
        const auto at = static_cast<std::size_t>(i);
        const double grey = std::clamp((i - 16) * 255.0 / 219, 0.0, 255.0);
        const auto shown = adjusted(wish, grey, grey, grey);
        light_[at] = static_cast<unsigned char>(std::clamp(rounded(shown.y), 16, 235));
        added_u_[at] = rounded((shown.u - 128) * (1 << gain_shift));
        added_v_[at] = rounded((shown.v - 128) * (1 << gain_shift));
        // One channel more and less, at the same brightness, as far as there is room.
        const double room = std::min({measured_distance, std::max(8.0, grey), std::max(8.0, 255 - grey)});
        const auto gain_of = [&](double red, double blue, double YuvColour::*of) {
            const double green = -(0.2126 * red + 0.0722 * blue) / 0.7152;
            const auto more = adjusted(wish, grey + red, grey + green, grey + blue), less = adjusted(wish, grey - red, grey - green, grey - blue);
            const auto was_more = adjusted({}, grey + red, grey + green, grey + blue), was_less = adjusted({}, grey - red, grey - green, grey - blue);
            return rounded((more.*of - less.*of) / std::max(1.0, was_more.*of - was_less.*of) * (1 << gain_shift));
        };
        gain_u_[at] = gain_of(0, room, &YuvColour::u);
        gain_v_[at] = gain_of(room, 0, &YuvColour::v);
    }
}

void YuvAdjust::apply(const YuvPicture& picture, int threads) const {
    if (changes_nothing_) return;
    in_bands(picture.u.rows, threads, [&](int first, int last) {
        for (int row = first; row < last; ++row) {
            auto *upper = const_cast<unsigned char*>(picture.y.ptr(2 * row)), *lower = const_cast<unsigned char*>(picture.y.ptr(2 * row + 1));
            auto *u = const_cast<unsigned char*>(picture.u.ptr(row)), *v = const_cast<unsigned char*>(picture.v.ptr(row));
            for (int x = 0; x < picture.u.cols; ++x) {
                const auto around = static_cast<std::size_t>((upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4);
                constexpr int half = 1 << (gain_shift - 1);
                u[x] = static_cast<unsigned char>(std::clamp(128 + (((u[x] - 128) * gain_u_[around] + added_u_[around] + half) >> gain_shift), 16, 240));
                v[x] = static_cast<unsigned char>(std::clamp(128 + (((v[x] - 128) * gain_v_[around] + added_v_[around] + half) >> gain_shift), 16, 240));
            }
            for (auto* line : {upper, lower})
                for (int x = 0; x < picture.y.cols; ++x) line[x] = light_[line[x]];
        }
    });
}

}  // namespace mediaedit::internal
