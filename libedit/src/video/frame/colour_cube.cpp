// A 3D look-up table with interpolation.
#include "video/frame/colour_cube.hpp"

#include "picture/color/adjust.hpp"
#include "video/frame/side_by_side.hpp"
#include "video/frame/tone_map.hpp"
#include "video/frame/yuv_codes.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace mediaedit::internal {
namespace {

// Entries are at whole steps of the 10 bit codes, one of them at grey (512), so that grey stays
// grey. Luma has more entries, since its curve bends most.
constexpr int code_limit = 1024, full_white = 1020;  // full range: 255 of 8 bits
constexpr int light_shift = 4, colour_shift = 5;
constexpr int light_step = 1 << light_shift, colour_step = 1 << colour_shift;
constexpr int light_entries = code_limit / light_step + 1,
              colour_entries = code_limit / colour_step + 1;
constexpr int stored_shift = 6;  // entries hold 8 bit codes times 64
constexpr int weight_shift = 2 * colour_shift;

std::size_t column(int u, int v) {
    return (static_cast<std::size_t>(u) * colour_entries + static_cast<std::size_t>(v)) *
           light_entries;
}

RgbSignal decoded(const FrameColour& colour, int y, int u, int v) {
    const bool full = colour.range == AVCOL_RANGE_JPEG;
    const double light = full ? static_cast<double>(y) / full_white : (y - 64) / 876.0;
    const double blue_offset = (u - 512) / (full ? full_white : 896.0),
                 red_offset = (v - 512) / (full ? full_white : 896.0);
    const auto weights = light_weights(colour.matrix);
    const double red = light + 2 * (1 - weights.red) * red_offset,
                 blue = light + 2 * (1 - weights.blue) * blue_offset;
    const double green =
        (light - weights.red * red - weights.blue * blue) / (1 - weights.red - weights.blue);
    return {red, green, blue};
}

/// As the photo's adjust(), which works on 8 bits within 0 to 1. Values outside keep their
/// distance, so that entries around the edge stay in place.
void adjust_all(std::vector<RgbSignal>& colours, const Adjust& chosen) {
    const auto within = [](double value) { return std::clamp(value, 0.0, 1.0); };
    const auto code = [&](double value) {
        return static_cast<unsigned char>(std::lround(within(value) * 255));
    };
    cv::Mat pixels(1, static_cast<int>(colours.size()), CV_8UC3);
    auto* pixel = pixels.ptr<cv::Vec3b>();
    for (const auto& colour : colours)
        *pixel++ = {code(colour.red), code(colour.green), code(colour.blue)};
    adjust(pixels, chosen);
    pixel = pixels.ptr<cv::Vec3b>();
    for (auto& colour : colours) {
        const auto changed = [&](double value, int channel) {
            return (*pixel)[channel] / 255.0 + value - within(value);
        };
        colour = {changed(colour.red, 0), changed(colour.green, 1), changed(colour.blue, 2)};
        ++pixel;
    }
}

/// What a pair of chroma codes has in common for all luma values: four columns of entries and their
/// weights.
struct Corner {
    std::array<std::size_t, 4> at;
    std::array<int, 4> weight;

    Corner(int u, int v) {
        u = std::min(u, code_limit - 1);
        v = std::min(v, code_limit - 1);
        const int left = u >> colour_shift, top = v >> colour_shift,
                  right_part = u & (colour_step - 1), low_part = v & (colour_step - 1);
        at = {column(left, top), column(left, top + 1), column(left + 1, top),
              column(left + 1, top + 1)};
        weight = {(colour_step - right_part) * (colour_step - low_part),
                  (colour_step - right_part) * low_part, right_part * (colour_step - low_part),
                  right_part * low_part};
    }
};

constexpr int total_shift = weight_shift + light_shift + stored_shift;

unsigned char rounded(int lower, int upper, int part) {
    return static_cast<unsigned char>(
        (lower * (light_step - part) + upper * part + (1 << (total_shift - 1))) >> total_shift);
}

/// Neighbouring pixels are mostly between the same two entries, which are then interpolated once.
class LightReader {
public:
    LightReader(const std::int16_t* entries, const Corner& corner)
        : entries_(entries), corner_(corner) {}

    unsigned char operator()(int y) {
        y = std::min(y, code_limit - 1);
        if (const int entry = y >> light_shift; entry != entry_) {
            entry_ = entry;
            lower_ = upper_ = 0;
            for (std::size_t k = 0; k < 4; ++k) {
                const auto* pair = entries_ + corner_.at[k] + entry;
                lower_ += corner_.weight[k] * pair[0];
                upper_ += corner_.weight[k] * pair[1];
            }
        }
        return rounded(lower_, upper_, y & (light_step - 1));
    }

private:
    const std::int16_t* entries_;
    const Corner& corner_;
    int entry_ = -1;
    int lower_ = 0;
    int upper_ = 0;
};

}  // namespace

ColourCube::ColourCube(const FrameColour& colour, double peak_nits, const Adjust& chosen)
    : light_(static_cast<std::size_t>(colour_entries * colour_entries * light_entries)),
      colours_(light_.size() * 2) {
    std::vector<RgbSignal> shown(light_.size());
    for (int u = 0; u < colour_entries; ++u)
        for (int v = 0; v < colour_entries; ++v)
            for (int y = 0; y < light_entries; ++y)
                shown[column(u, v) + static_cast<std::size_t>(y)] =
                    decoded(colour, y * light_step, u * colour_step, v * colour_step);
    if (needs_tone_map(colour))
        std::ranges::transform(shown, shown.begin(),
                               ToneMap(colour.transfer, colour.primaries, peak_nits));
    if (chosen.light != 0 || chosen.contrast != 0 || chosen.color != 0 || chosen.warmth != 0)
        adjust_all(shown, chosen);
    const auto stored = [](double code) {
        return static_cast<std::int16_t>(
            std::lround(std::clamp(code, 0.0, 255.0) * (1 << stored_shift)));
    };
    constexpr YuvCodes bt709;
    for (std::size_t at = 0; at < shown.size(); ++at) {
        const auto codes =
            bt709.of({shown[at].red * 255, shown[at].green * 255, shown[at].blue * 255});
        light_[at] = stored(codes.y);
        colours_[2 * at] = stored(codes.u);
        colours_[2 * at + 1] = stored(codes.v);
    }
}

void ColourCube::apply(const YuvPicture& from, const YuvPicture& to, int threads) const {
    in_bands(from.u.rows, threads, [&](int first, int last) {
        for (int row = first; row < last; ++row) {
            const auto *upper = from.y.ptr<std::uint16_t>(2 * row),
                       *lower = from.y.ptr<std::uint16_t>(2 * row + 1);
            const auto *u = from.u.ptr<std::uint16_t>(row), *v = from.v.ptr<std::uint16_t>(row);
            auto *to_upper = const_cast<unsigned char*>(to.y.ptr(2 * row)),
                 *to_lower = const_cast<unsigned char*>(to.y.ptr(2 * row + 1));
            auto *to_u = const_cast<unsigned char*>(to.u.ptr(row)),
                 *to_v = const_cast<unsigned char*>(to.v.ptr(row));
            for (int x = 0; x < from.u.cols; ++x) {
                const Corner corner(u[x], v[x]);
                LightReader light(light_.data(), corner);
                to_upper[2 * x] = light(upper[2 * x]);
                to_upper[2 * x + 1] = light(upper[2 * x + 1]);
                to_lower[2 * x] = light(lower[2 * x]);
                to_lower[2 * x + 1] = light(lower[2 * x + 1]);
                const int average = std::min(
                    (upper[2 * x] + upper[2 * x + 1] + lower[2 * x] + lower[2 * x + 1] + 2) / 4,
                    code_limit - 1);
                std::array<int, 4> mixed{};
                for (std::size_t k = 0; k < 4; ++k) {
                    const auto* pairs =
                        colours_.data() +
                        2 * (corner.at[k] + static_cast<std::size_t>(average >> light_shift));
                    for (std::size_t i = 0; i < 4; ++i) mixed[i] += corner.weight[k] * pairs[i];
                }
                to_u[x] = rounded(mixed[0], mixed[2], average & (light_step - 1));
                to_v[x] = rounded(mixed[1], mixed[3], average & (light_step - 1));
            }
        }
    });
}

}  // namespace mediaedit::internal
