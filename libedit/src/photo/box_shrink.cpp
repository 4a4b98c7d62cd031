// Shrinks by averaging squares of pixels.
#include "photo/box_shrink.hpp"

#include <algorithm>
#include <cstdint>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Adds one row to the sums of its squares.
template <int channels>
void add_row(const std::uint8_t* from, int width, int side, std::vector<std::uint64_t>& sums) {
    for (int x = 0, square = 0; x < width; x += side, ++square) {
        const int end = std::min(width, x + side);
        std::uint32_t red = 0, green = 0, blue = 0, weight = 0;
        for (int i = x; i < end; ++i, from += channels) {
            const std::uint32_t alpha = channels == 4 ? from[channels - 1] : 1;
            red += from[0] * alpha;
            green += from[1] * alpha;
            blue += from[2] * alpha;
            weight += alpha;
        }
        auto* sum = sums.data() + std::size_t{4} * static_cast<std::size_t>(square);
        sum[0] += red;
        sum[1] += green;
        sum[2] += blue;
        sum[3] += weight;
    }
}

}  // namespace

cv::Mat box_shrink(const cv::Mat& pixels, int side) {
    const int channels = pixels.channels();
    cv::Mat small((pixels.rows + side - 1) / side, (pixels.cols + side - 1) / side, pixels.type());
    std::vector<std::uint64_t> sums(std::size_t{4} * static_cast<std::size_t>(small.cols));
    for (int y = 0; y < small.rows; ++y) {
        std::fill(sums.begin(), sums.end(), 0);
        const int end = std::min(pixels.rows, (y + 1) * side);
        for (int row = y * side; row < end; ++row) {
            if (channels == 4) add_row<4>(pixels.ptr(row), pixels.cols, side, sums);
            else add_row<3>(pixels.ptr(row), pixels.cols, side, sums);
        }
        auto* to = small.ptr(y);
        for (int x = 0; x < small.cols; ++x, to += channels) {
            const auto* sum = sums.data() + std::size_t{4} * static_cast<std::size_t>(x);
            const auto weight = std::max<std::uint64_t>(1, sum[3]);
            for (int c = 0; c < 3; ++c)
                to[c] = static_cast<std::uint8_t>((sum[c] + weight / 2) / weight);
            if (channels == 4) {
                const auto area =
                    static_cast<std::uint64_t>(end - y * side) *
                    static_cast<std::uint64_t>(std::min(pixels.cols, (x + 1) * side) - x * side);
                to[3] = static_cast<std::uint8_t>((sum[3] + area / 2) / area);
            }
        }
    }
    return small;
}

}  // namespace mediaedit::internal
