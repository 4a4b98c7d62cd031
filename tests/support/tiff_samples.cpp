// Pixels as TIFF stores them.
#include "support/tiff_samples.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <vector>

namespace mediaedit::test {
namespace {

/// A pixel's samples, from 0 to 1; for L*a*b* as stored.
using Pixel = std::vector<double>;

double linear(double value) {
    return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

/// L*, a*, b* under D65.
std::array<double, 3> to_lab(const std::array<double, 3>& rgb) {
    const double r = linear(rgb[0]), g = linear(rgb[1]), b = linear(rgb[2]);
    const auto f = [](double t) {
        return t > 216.0 / 24389 ? std::cbrt(t) : (24389.0 / 27 * t + 16) / 116;
    };
    const double x = f((0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047);
    const double y = f(0.2126729 * r + 0.7151522 * g + 0.0721750 * b);
    const double z = f((0.0193339 * r + 0.1191920 * g + 0.9503041 * b) / 1.08883);
    return {116 * y - 16, 500 * (x - y), 200 * (y - z)};
}

/// The palette holds six steps of each colour.
int palette_index(const std::array<double, 3>& rgb) {
    int index = 0;
    for (const double value : rgb) index = 6 * index + static_cast<int>(std::lround(5 * value));
    return index;
}

Pixel to_pixel(const std::uint8_t* from, const TiffMake& make, double alpha) {
    const std::array<double, 3> rgb{from[0] / 255.0, from[1] / 255.0, from[2] / 255.0};
    Pixel pixel;
    switch (make.kind) {
        case TiffKind::grey: pixel = {rgb[0]}; break;
        case TiffKind::white_is_zero: pixel = {1 - rgb[0]}; break;
        case TiffKind::rgb:
        case TiffKind::ycbcr: pixel = {rgb[0], rgb[1], rgb[2]}; break;
        case TiffKind::palette: pixel = {palette_index(rgb) / (std::exp2(make.bits) - 1)}; break;
        case TiffKind::cmyk: {
            const double most = std::max({rgb[0], rgb[1], rgb[2], 0.001});
            for (const double value : rgb) pixel.push_back(1 - value / most);
            pixel.push_back(1 - most);
            break;
        }
        case TiffKind::lab:
        case TiffKind::icc_lab: {
            const auto lab = to_lab(rgb);
            // a* and b* as numbers that wrap around below zero, or with an offset.
            const double unit = make.bits == 8 ? 1 : 256, all = std::exp2(make.bits);
            const double offset = make.kind == TiffKind::icc_lab ? 128 : 0;
            const bool v2 = make.kind == TiffKind::icc_lab && make.bits == 16;
            pixel.push_back(lab[0] / 100 * (v2 ? 65280.0 / 65535 : 1));
            for (std::size_t i = 1; i < 3; ++i)
                pixel.push_back(std::fmod(std::round((lab[i] + offset) * unit) + all, all) /
                                (all - 1));
            break;
        }
    }
    if (make.alpha == 0) return pixel;
    if (make.alpha == EXTRASAMPLE_ASSOCALPHA)
        for (auto& value : pixel) value *= alpha;
    pixel.push_back(alpha);
    return pixel;
}

/// Bits one after another, the highest first, or whole numbers in the machine's order.
class BitWriter {
public:
    void put(double value, int bits, bool is_float) {
        if (is_float && bits == 32) return put_bytes(static_cast<float>(value));
        if (is_float && bits == 64) return put_bytes(value);
        if (is_float) return put_bytes(half(value));
        const auto number = static_cast<std::uint32_t>(std::llround(value * (std::exp2(bits) - 1)));
        if (bits == 16) return put_bytes(static_cast<std::uint16_t>(number));
        if (bits == 32) return put_bytes(number);
        if (bits == 24) {
            const auto first = bytes.size();
            put_bytes(number);
            if constexpr (std::endian::native == std::endian::big)
                bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(first));
            else bytes.pop_back();
            return;
        }
        for (int i = bits - 1; i >= 0; --i) put_bit((number >> i & 1) != 0);
    }

    void end_row() { free_bits_ = 0; }

    FileBytes bytes;

private:
    template <class Number>
    void put_bytes(Number number) {
        std::array<std::uint8_t, sizeof(Number)> raw{};
        std::memcpy(raw.data(), &number, raw.size());
        bytes.insert(bytes.end(), raw.begin(), raw.end());
    }
    void put_bit(bool bit) {
        if (free_bits_ == 0) {
            bytes.push_back(0);
            free_bits_ = 8;
        }
        --free_bits_;
        if (bit) bytes.back() = static_cast<std::uint8_t>(bytes.back() | 1 << free_bits_);
    }
    /// A float of 16 bits, for values from 0 to 1.
    static std::uint16_t half(double value) {
        if (value < std::exp2(-14))
            return static_cast<std::uint16_t>(std::lround(value * std::exp2(24)));
        int exponent = 0;
        const double fraction = std::frexp(value, &exponent);  // 0.5 to 1
        return static_cast<std::uint16_t>((exponent + 14) * 1024 +
                                          std::lround((2 * fraction - 1) * 1024));
    }

    int free_bits_ = 0;
};

}  // namespace

int tiff_samples_per_pixel(const TiffMake& make) {
    const std::array<std::uint8_t, 3> black{};
    return static_cast<int>(to_pixel(black.data(), make, 1).size());
}

FileBytes tiff_block(const cv::Mat& rgb, const TiffMake& make, const cv::Rect& area, int plane) {
    BitWriter writer;
    for (int y = area.y; y < area.y + area.height; ++y) {
        for (int x = area.x; x < area.x + area.width; ++x) {
            const int column = std::min(x, rgb.cols - 1), row = std::min(y, rgb.rows - 1);
            const double alpha = column < rgb.cols / 2 ? 0.5 : 1;
            const auto pixel = to_pixel(rgb.ptr(row, column), make, alpha);
            for (std::size_t i = 0; i < pixel.size(); ++i)
                if (plane < 0 || static_cast<std::size_t>(plane) == i)
                    writer.put(pixel[i], make.bits, make.is_float);
        }
        writer.end_row();
    }
    return writer.bytes;
}

FileBytes ycbcr_strip(const cv::Mat& rgb, int side) {
    FileBytes bytes;
    const auto clipped = [](double value) {
        return static_cast<std::uint8_t>(std::clamp(std::lround(value), 0L, 255L));
    };
    for (int y = 0; y < rgb.rows; y += side)
        for (int x = 0; x < rgb.cols; x += side) {
            double red = 0, blue = 0;
            for (int i = 0; i < side * side; ++i) {
                const auto* p = rgb.ptr(std::min(y + i / side, rgb.rows - 1),
                                        std::min(x + i % side, rgb.cols - 1));
                const double luma = 0.299 * p[0] + 0.587 * p[1] + 0.114 * p[2];
                bytes.push_back(clipped(luma));
                red += (p[0] - luma) / 1.402 / (side * side);
                blue += (p[2] - luma) / 1.772 / (side * side);
            }
            bytes.push_back(clipped(128 + blue));
            bytes.push_back(clipped(128 + red));
        }
    return bytes;
}

}  // namespace mediaedit::test
