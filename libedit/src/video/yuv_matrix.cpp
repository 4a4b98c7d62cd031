// Ordinary video of another matrix or range becomes BT.709 limited.
#include "video/yuv_matrix.hpp"

#include "video/side_by_side.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr int shift = 14;
constexpr std::int32_t half = 1 << (shift - 1);

unsigned char to_code(std::int32_t value) { return static_cast<unsigned char>(std::clamp(value >> shift, 0, 255)); }

}  // namespace

YuvMatrix::YuvMatrix(const FrameColour& from) : changes_nothing_(from.matrix == AVCOL_SPC_BT709 && from.range == AVCOL_RANGE_MPEG) {
    const bool full = from.range == AVCOL_RANGE_JPEG;
    const double light_scale = full ? 255 : 219, colour_scale = full ? 255 : 224;
    const auto weights = light_weights(from.matrix);
    // What one step of a code adds to red, green, blue, and that to the new codes.
    const auto in_bt709 = [&](double y, double u, double v) {
        const double red = y + 2 * (1 - weights.red) * v, blue = y + 2 * (1 - weights.blue) * u;
        return to_bt709(red * 255, (y - weights.red * red - weights.blue * blue) / (1 - weights.red - weights.blue) * 255, blue * 255);
    };
    const auto fixed = [](double value) { return static_cast<std::int32_t>(std::lround(value * (1 << shift))); };
    const auto by_y = in_bt709(1 / light_scale, 0, 0), by_u = in_bt709(0, 1 / colour_scale, 0), by_v = in_bt709(0, 0, 1 / colour_scale);
    light_ = {fixed(by_y.y - 16), fixed(by_u.y - 16), fixed(by_v.y - 16)};
    colours_ = {{{fixed(by_u.u - 128), fixed(by_v.u - 128)}, {fixed(by_u.v - 128), fixed(by_v.v - 128)}}};
    black_ = full ? 0 : 16;
}

void YuvMatrix::apply(const YuvPicture& picture, int threads) const {
    if (changes_nothing_) return;
    in_bands(picture.u.rows, threads, [&](int first, int last) {
        std::vector<std::int32_t> added(static_cast<std::size_t>(picture.y.cols));
        for (int row = first; row < last; ++row) {
            auto *u = const_cast<unsigned char*>(picture.u.ptr(row)), *v = const_cast<unsigned char*>(picture.v.ptr(row));
            for (int x = 0; x < picture.u.cols; ++x) {
                const int blue = u[x] - 128, red = v[x] - 128;
                added[2 * static_cast<std::size_t>(x)] = added[2 * static_cast<std::size_t>(x) + 1] = light_[1] * blue + light_[2] * red + (16 << shift) + half - light_[0] * black_;
                u[x] = to_code(colours_[0][0] * blue + colours_[0][1] * red + (128 << shift) + half);
                v[x] = to_code(colours_[1][0] * blue + colours_[1][1] * red + (128 << shift) + half);
            }
            for (const int line : {2 * row, 2 * row + 1}) {
                auto* y = const_cast<unsigned char*>(picture.y.ptr(line));
                const auto* add = added.data();
                for (int x = 0; x < picture.y.cols; ++x) y[x] = to_code(light_[0] * y[x] + add[x]);
            }
        }
    });
}

}  // namespace mediaedit::internal
