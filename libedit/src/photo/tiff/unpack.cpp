// Converts stored TIFF samples to the samples of a row.
#include "photo/tiff/unpack.hpp"

#include "photo/tiff/lab.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>

namespace mediaedit::internal {
namespace {

constexpr std::uint32_t full = 65535;

template <class Number>
Number load(const std::uint8_t* from) noexcept {
    Number value{};
    std::memcpy(&value, from, sizeof value);
    return value;
}

/// libtiff returns 24-bit samples in native byte order.
std::uint32_t load_24(const std::uint8_t* from) noexcept {
    if constexpr (std::endian::native == std::endian::little)
        return from[0] | from[1] << 8 | std::uint32_t{from[2]} << 16;
    else return std::uint32_t{from[0]} << 16 | from[1] << 8 | from[2];
}

/// Converts a 16-bit float; negative values become 0.
double half_float(std::uint32_t bits) noexcept {
    constexpr int mantissa = 10, bias = 15;
    if (bits >> 15 != 0) return 0;
    const int fraction = static_cast<int>(bits & ((1U << mantissa) - 1));
    const int exponent = static_cast<int>(bits >> mantissa);
    if (exponent == 0) return std::ldexp(fraction, 1 - bias - mantissa);
    return std::ldexp((1 << mantissa) + fraction, exponent - bias - mantissa);
}

std::uint16_t from_float(double value) noexcept {
    if (!(value > 0)) return 0;  // also NaN
    return static_cast<std::uint16_t>(std::min(value, 1.0) * full + 0.5);
}

double load_float(const std::uint8_t* from, int bits) noexcept {
    switch (bits) {
        case 16: return half_float(load<std::uint16_t>(from));
        case 32: return load<float>(from);
        default: return load<double>(from);
    }
}

/// Reads a number of at most 32 bits that starts at any bit, most significant bit first.
std::uint32_t load_bits(const std::uint8_t* from, std::size_t at, int bits) noexcept {
    std::uint64_t value = 0;
    const std::size_t last = (at + static_cast<std::size_t>(bits) - 1) / 8;
    for (std::size_t i = at / 8; i <= last; ++i) value = value << 8 | from[i];
    const std::size_t behind = (last + 1) * 8 - (at + static_cast<std::size_t>(bits));
    return static_cast<std::uint32_t>(value >> behind & ((std::uint64_t{1} << bits) - 1));
}

std::uint8_t to_8_bit(std::uint16_t value) noexcept {
    return static_cast<std::uint8_t>((value * 255U + full / 2) / full);
}

}  // namespace

TiffUnpacker::TiffUnpacker(const TiffLayout& layout)
    : layout_(layout),
      channels_(layout.colour_samples() + (layout.alpha_sample >= 0 ? 1 : 0)),
      values_(static_cast<std::size_t>(channels_)) {
    const bool plain = layout.colours == TiffColours::grey || layout.colours == TiffColours::rgb ||
                       (layout.colours == TiffColours::cmyk && layout.bits == 8);
    const bool in_place = channels_ == layout.samples_per_pixel && !layout.separate_planes &&
                          (layout.bits == 8 || layout.bits == 16);
    as_stored_ = plain && in_place && !layout.is_float && !layout.min_is_white &&
                 !layout.premultiplied &&
                 (layout.alpha_sample < 0 || layout.alpha_sample == channels_ - 1);
}

/// Reads the stored values, at most 16 bits of each.
void TiffUnpacker::read_sample(const std::uint8_t* plane, int index, int step, int pixels,
                               std::uint16_t* to) const {
    const int bits = layout_.bits;
    if (bits % 8 != 0) {
        const auto size = static_cast<std::size_t>(bits);
        std::size_t at = static_cast<std::size_t>(index) * size;
        for (int i = 0; i < pixels; ++i, at += static_cast<std::size_t>(step) * size) {
            const auto value = load_bits(plane, at, bits);
            to[i] = static_cast<std::uint16_t>(bits > 16 ? value >> (bits - 16) : value);
        }
        return;
    }
    const int bytes = bits / 8;
    const auto* from = plane + static_cast<std::ptrdiff_t>(index) * bytes;
    const std::ptrdiff_t stride = static_cast<std::ptrdiff_t>(step) * bytes;
    for (int i = 0; i < pixels; ++i, from += stride) {
        if (layout_.is_float) to[i] = from_float(load_float(from, bits));
        else if (bits == 8) to[i] = *from;
        else if (bits == 16) to[i] = load<std::uint16_t>(from);
        else if (bits == 24) to[i] = static_cast<std::uint16_t>(load_24(from) >> 8);
        else to[i] = static_cast<std::uint16_t>(load<std::uint32_t>(from) >> 16);
    }
}

/// Reads the values scaled to the full range of 16 bits.
void TiffUnpacker::read_scaled(const std::uint8_t* plane, int index, int step, int pixels,
                               std::uint16_t* to) const {
    read_sample(plane, index, step, pixels, to);
    if (layout_.bits >= 16) return;
    const std::uint32_t most = (1U << layout_.bits) - 1;
    for (int i = 0; i < pixels; ++i)
        to[i] = static_cast<std::uint16_t>((to[i] * full + most / 2) / most);
}

void TiffUnpacker::divide_by_alpha(int pixels) {
    const auto& alpha = values_.back();
    for (std::size_t c = 0; c + 1 < values_.size(); ++c)
        for (std::size_t i = 0; i < static_cast<std::size_t>(pixels); ++i) {
            if (alpha[i] == 0) continue;
            const std::uint32_t whole = (values_[c][i] * full + alpha[i] / 2U) / alpha[i];
            values_[c][i] = static_cast<std::uint16_t>(std::min(whole, full));
        }
}

void TiffUnpacker::store(std::uint8_t* to, int pixels) const {
    const auto count = values_.size();
    const int step = bytes_per_pixel(layout_.samples);
    const bool wide = static_cast<std::size_t>(step) == 2 * count;
    for (std::size_t c = 0; c < count; ++c) {
        auto* at = to + c * (wide ? 2 : 1);
        for (std::size_t i = 0; i < static_cast<std::size_t>(pixels); ++i, at += step) {
            if (wide) std::memcpy(at, &values_[c][i], 2);
            else *at = to_8_bit(values_[c][i]);
        }
    }
}

void TiffUnpacker::unpack(std::span<const std::uint8_t* const> planes, std::uint8_t* to,
                          int pixels) {
    if (as_stored_) {
        std::memcpy(to, planes[0],
                    static_cast<std::size_t>(pixels) *
                        static_cast<std::size_t>(bytes_per_pixel(layout_.samples)));
        return;
    }
    const bool separate = layout_.separate_planes;
    const int step = separate ? 1 : layout_.samples_per_pixel;
    const int colours = layout_.colour_samples();
    const bool lab = layout_.colours == TiffColours::lab || layout_.colours == TiffColours::icc_lab;
    const bool palette = layout_.colours == TiffColours::palette;
    values_.resize(static_cast<std::size_t>(channels_));
    for (int c = 0; c < channels_; ++c) {
        auto& channel = values_[static_cast<std::size_t>(c)];
        channel.resize(static_cast<std::size_t>(pixels));
        const int sample = c < colours ? c : layout_.alpha_sample;
        const auto* plane = planes[separate ? static_cast<std::size_t>(sample) : 0];
        const int index = separate ? 0 : sample;
        if (c < colours && (palette || lab))
            read_sample(plane, index, step, pixels, channel.data());
        else read_scaled(plane, index, step, pixels, channel.data());
    }
    if (palette) {
        const auto indices = values_[0];
        values_.insert(values_.begin(), 2, indices);
        for (std::size_t i = 0; i < indices.size(); ++i)
            for (std::size_t c = 0; c < 3; ++c) values_[c][i] = layout_.palette[indices[i]][c];
    }
    if (lab) {
        const LabKind kind = layout_.colours == TiffColours::icc_lab ? LabKind::icc : LabKind::tiff;
        lab_to_rgb16(kind, layout_.bits, layout_.white,
                     {values_[0].data(), values_[1].data(), values_[2].data()}, pixels);
    }
    if (layout_.min_is_white)
        for (auto& value : values_[0]) value = static_cast<std::uint16_t>(full - value);
    if (layout_.premultiplied) divide_by_alpha(pixels);
    store(to, pixels);
}

void TiffUnpacker::fill(std::uint8_t* to, int pixels) const {
    const auto samples = layout_.samples;
    const auto count = static_cast<std::size_t>(pixels);
    const auto step = static_cast<std::size_t>(bytes_per_pixel(samples));
    std::memset(to, has_alpha(samples) ? 0 : 128, count * step);
    if (samples != Samples::cmyk8) return;
    for (std::size_t i = 0; i < count; ++i, to += 4) to[0] = to[1] = to[2] = 0;
}

}  // namespace mediaedit::internal
