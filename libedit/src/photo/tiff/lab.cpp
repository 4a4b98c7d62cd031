// Converts L*a*b* to sRGB.
#include "photo/tiff/lab.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <vector>

namespace mediaedit::internal {
namespace {

using Vector = std::array<double, 3>;
using Matrix = std::array<Vector, 3>;

constexpr Matrix bradford{
    {{0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}}};
constexpr Matrix bradford_back{{{0.9869929, -0.1470543, 0.1599627},
                                {0.4323053, 0.5183603, 0.0492912},
                                {-0.0085287, 0.0400428, 0.9684867}}};
constexpr Matrix xyz_to_srgb{{{3.2404542, -1.5371385, -0.4985314},
                              {-0.9692660, 1.8760108, 0.0415560},
                              {0.0556434, -0.2040259, 1.0572252}}};

Vector times(const Matrix& matrix, const Vector& vector) {
    Vector result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            result[row] += matrix[row][column] * vector[column];
    return result;
}

Matrix times(const Matrix& one, const Matrix& other) {
    Matrix result{};
    for (std::size_t row = 0; row < 3; ++row)
        for (std::size_t column = 0; column < 3; ++column)
            for (std::size_t i = 0; i < 3; ++i)
                result[row][column] += one[row][i] * other[i][column];
    return result;
}

Vector xyz_of_white(const std::array<double, 2>& white) {
    return {white[0] / white[1], 1, (1 - white[0] - white[1]) / white[1]};
}

/// From XYZ with the white point `white` to linear sRGB, by Bradford adaptation.
Matrix to_linear_srgb(const Vector& white) {
    const auto from = times(bradford, white), to = times(bradford, xyz_of_white({0.3127, 0.3290}));
    Matrix scale{};
    for (std::size_t i = 0; i < 3; ++i) scale[i][i] = to[i] / from[i];
    return times(xyz_to_srgb, times(bradford_back, times(scale, bradford)));
}

/// A table from linear light, in `steps` steps, to 16-bit sRGB.
constexpr int steps = 1 << 14;
const std::vector<std::uint16_t>& encoded() {
    static const std::vector<std::uint16_t> table = [] {
        std::vector<std::uint16_t> values(steps + 1);
        for (int i = 0; i <= steps; ++i) {
            // Indexed by the square root, so that it is finer in the shadows.
            const double root = static_cast<double>(i) / steps, light = root * root;
            const double value =
                light <= 0.0031308 ? 12.92 * light : 1.055 * std::pow(light, 1 / 2.4) - 0.055;
            values[static_cast<std::size_t>(i)] =
                static_cast<std::uint16_t>(std::lround(65535 * value));
        }
        return values;
    }();
    return table;
}

std::uint16_t encode(const std::vector<std::uint16_t>& table, double light) {
    const double root = std::sqrt(std::clamp(light, 0.0, 1.0));
    return table[static_cast<std::size_t>(std::lround(root * steps))];
}

double inverse_f(double value) {
    constexpr double bend = 6.0 / 29;
    return value > bend ? value * value * value : 3 * bend * bend * (value - 4.0 / 29);
}

Vector lab_of(LabKind kind, int bits, std::uint16_t l, std::uint16_t a, std::uint16_t b) {
    if (kind == LabKind::tiff && bits == 8)
        return {l / 2.55, static_cast<double>(static_cast<std::int8_t>(a)),
                static_cast<double>(static_cast<std::int8_t>(b))};
    if (kind == LabKind::tiff)
        return {l / 655.35, static_cast<std::int16_t>(a) / 256.0,
                static_cast<std::int16_t>(b) / 256.0};
    if (bits == 8) return {l / 2.55, a - 128.0, b - 128.0};
    return {l / 652.8, a / 256.0 - 128, b / 256.0 - 128};
}

}  // namespace

void lab_to_rgb16(LabKind kind, int bits, const std::array<double, 2>& white,
                  const std::array<std::uint16_t*, 3>& channels, int pixels) {
    const auto xyz_white = xyz_of_white(white);
    const auto matrix = to_linear_srgb(xyz_white);
    const auto& table = encoded();
    for (int i = 0; i < pixels; ++i) {
        const auto [l, a, b] = lab_of(kind, bits, channels[0][i], channels[1][i], channels[2][i]);
        const double y = (l + 16) / 116;
        const Vector xyz{xyz_white[0] * inverse_f(y + a / 500), inverse_f(y),
                         xyz_white[2] * inverse_f(y - b / 200)};
        const auto linear = times(matrix, xyz);
        for (std::size_t c = 0; c < 3; ++c) channels[c][i] = encode(table, linear[c]);
    }
}

}  // namespace mediaedit::internal
