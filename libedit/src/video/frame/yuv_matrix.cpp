// Converts SDR video from one matrix and range to another.
#include "video/frame/yuv_matrix.hpp"

#include "video/frame/side_by_side.hpp"
#include "video/frame/yuv_codes.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr int shift = 14;
constexpr std::int32_t half = 1 << (shift - 1);

unsigned char to_code(std::int32_t value) {
    return static_cast<unsigned char>(std::clamp(value >> shift, 0, 255));
}

}  // namespace

YuvMatrix::YuvMatrix(const FrameColour& from, const FrameColour& to)
    : changes_nothing_(from.matrix == to.matrix && from.range == to.range) {
    const YuvCodes read(from), write(to);
    black_ = static_cast<int>(read.black());
    new_black_ = static_cast<int>(write.black());
    // By how much a step of 1 in an old code changes the new codes.
    const auto added = [&](double y, double u, double v) {
        return write.of(read.rgb({read.black() + y, 128 + u, 128 + v}));
    };
    const auto fixed = [](double value) {
        return static_cast<std::int32_t>(std::lround(value * (1 << shift)));
    };
    const auto by_y = added(1, 0, 0), by_u = added(0, 1, 0), by_v = added(0, 0, 1);
    light_ = {fixed(by_y.y - write.black()), fixed(by_u.y - write.black()),
              fixed(by_v.y - write.black())};
    colours_ = {
        {{fixed(by_u.u - 128), fixed(by_v.u - 128)}, {fixed(by_u.v - 128), fixed(by_v.v - 128)}}};
}

void YuvMatrix::apply(const YuvPicture& picture, int threads) const {
    if (changes_nothing_) return;
    in_bands(picture.u.rows, threads, [&](int first, int last) {
        std::vector<std::int32_t> added(static_cast<std::size_t>(picture.y.cols));
        for (int row = first; row < last; ++row) {
            auto *u = const_cast<unsigned char*>(picture.u.ptr(row)),
                 *v = const_cast<unsigned char*>(picture.v.ptr(row));
            for (int x = 0; x < picture.u.cols; ++x) {
                const int blue = u[x] - 128, red = v[x] - 128;
                added[2 * static_cast<std::size_t>(x)] =
                    added[2 * static_cast<std::size_t>(x) + 1] =
                        light_[1] * blue + light_[2] * red + (new_black_ << shift) + half -
                        light_[0] * black_;
                u[x] =
                    to_code(colours_[0][0] * blue + colours_[0][1] * red + (128 << shift) + half);
                v[x] =
                    to_code(colours_[1][0] * blue + colours_[1][1] * red + (128 << shift) + half);
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
