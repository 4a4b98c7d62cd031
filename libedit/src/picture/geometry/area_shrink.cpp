// Fast shrinking by area averaging, for any factor: vertically first, then horizontally.
#include "picture/geometry/area_shrink.hpp"

#include <opencv2/core/hal/intrin.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstring>
#include <vector>

namespace mediaedit::internal {
namespace {

// Values are 16-bit signed, which one instruction multiplies and adds. 255 * 128 still fits.
constexpr int down_bits = 7;
constexpr int across_bits = 14;
constexpr int spare_values = 16;  // read beyond the end of a row, but not used

/// The weights of the old pixels in each new one along one axis: `taps` neighbours from first[i]
/// on, with weights that sum to 1 << bits.
struct Shares {
    int taps = 0;
    std::vector<int> first;
    std::vector<std::int16_t> weights;

    /// The number of taps is rounded up to a multiple of `multiple`; extra taps have weight 0.
    Shares(int from, int to, int bits, int multiple) {
        const double factor = static_cast<double>(from) / to;
        taps = std::min(static_cast<int>(std::ceil(factor)) + 1, from);
        taps = (taps + multiple - 1) / multiple * multiple;
        first.resize(static_cast<std::size_t>(to));
        weights.assign(static_cast<std::size_t>(to) * static_cast<std::size_t>(taps), 0);
        for (int i = 0; i < to; ++i) {
            const double begin = i * factor, end = begin + factor;
            const int start = std::max(0, std::min(static_cast<int>(begin + 1e-9), from - taps));
            first[static_cast<std::size_t>(i)] = start;
            auto* weight = &weights[static_cast<std::size_t>(i) * static_cast<std::size_t>(taps)];
            // Rounds cumulative sums, not weights, so that the total is exact.
            long before = 0;
            for (int tap = 0; tap < taps; ++tap) {
                const double covered = std::clamp((start + tap + 1 - begin) / factor, 0.0, 1.0);
                const long until =
                    start + tap + 1 >= end - 1e-9 ? 1L << bits : std::lround(covered * (1 << bits));
                weight[tap] = static_cast<std::int16_t>(until - before);
                before = until;
            }
        }
    }
};

/// Averages `taps` rows to one. Units: 1/128 of a level.
void average_down(const cv::Mat& source, int first, const std::int16_t* weights, int taps,
                  std::int16_t* to) {
    const int values = source.cols * source.channels();
    int x = 0;
    for (; x + 16 <= values; x += 16) {
        auto low = cv::v_setall_u16(0), high = low;
        for (int tap = 0; tap < taps; ++tap) {
            if (weights[tap] == 0) continue;
            cv::v_uint16x8 left, right;
            cv::v_expand(cv::v_load(source.ptr<std::uint8_t>(first + tap) + x), left, right);
            const auto weight = cv::v_setall_u16(static_cast<std::uint16_t>(weights[tap]));
            low = cv::v_add_wrap(low, cv::v_mul_wrap(left, weight));
            high = cv::v_add_wrap(high, cv::v_mul_wrap(right, weight));
        }
        cv::v_store(to + x, cv::v_reinterpret_as_s16(low));
        cv::v_store(to + x + 8, cv::v_reinterpret_as_s16(high));
    }
    for (; x < values; ++x) {
        int sum = 0;
        for (int tap = 0; tap < taps; ++tap)
            if (weights[tap] != 0) sum += weights[tap] * source.ptr<std::uint8_t>(first + tap)[x];
        to[x] = static_cast<std::int16_t>(sum);
    }
}

template <int channels>
void average_across(const std::int16_t* from, const Shares& shares, std::uint8_t* to, int pixels) {
    const auto half = cv::v_setall_s32(1 << (down_bits + across_bits - 1));
    const auto* weights = shares.weights.data();
    for (int i = 0; i < pixels; ++i, to += channels, weights += shares.taps) {
        const auto* at = from + shares.first[static_cast<std::size_t>(i)] * channels;
        auto sum = half;
        // Two neighbours at a time: r0 r1 g0 g1 b0 b1 by w0 w1 w0 w1 w0 w1.
        for (int tap = 0; tap < shares.taps; tap += 2, at += 2 * channels) {
            cv::v_int16x8 both, unused;
            cv::v_zip(cv::v_load_low(at), cv::v_load_low(at + channels), both, unused);
            std::int32_t pair = 0;
            std::memcpy(&pair, weights + tap, sizeof pair);
            sum = cv::v_dotprod(both, cv::v_reinterpret_as_s16(cv::v_setall_s32(pair)), sum);
        }
        sum = cv::v_shr<down_bits + across_bits>(sum);
        alignas(16) std::int32_t values[4];
        cv::v_store_aligned(values, sum);
        for (int c = 0; c < channels; ++c) to[c] = static_cast<std::uint8_t>(values[c]);
    }
}

}  // namespace

cv::Mat area_shrink(const cv::Mat& source, cv::Size size) {
    const Shares down(source.rows, size.height, down_bits, 1),
        across(source.cols, size.width, across_bits, 2);
    const int channels = source.channels();
    // Extra taps may lie beyond the end.
    std::vector<std::int16_t> row(static_cast<std::size_t>(source.cols + across.taps) *
                                      static_cast<std::size_t>(channels) +
                                  spare_values);
    cv::Mat result(size, source.type());
    for (int y = 0; y < size.height; ++y) {
        const auto line = static_cast<std::size_t>(y);
        average_down(source, down.first[line],
                     &down.weights[line * static_cast<std::size_t>(down.taps)], down.taps,
                     row.data());
        if (channels == 4)
            average_across<4>(row.data(), across, result.ptr<std::uint8_t>(y), size.width);
        else average_across<3>(row.data(), across, result.ptr<std::uint8_t>(y), size.width);
    }
    return result;
}

}  // namespace mediaedit::internal
