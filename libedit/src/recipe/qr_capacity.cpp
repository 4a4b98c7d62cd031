// The capacities of the QR standard, level M.
#include "recipe/qr_capacity.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

/// Data codewords of versions 1 to 20.
constexpr std::array<std::size_t, largest_qr_version> codewords{
    16, 28, 44, 64, 86, 108, 124, 154, 182, 216, 254, 290, 334, 365, 415, 453, 507, 563, 627, 669};

constexpr std::size_t mode_bits = 4;
constexpr std::size_t eci_bits = 12;

}  // namespace

QrLetters letters_of(std::string_view text) noexcept {
    constexpr std::string_view digits = "0123456789";
    constexpr std::string_view capitals = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:";
    if (text.find_first_not_of(digits) == std::string_view::npos) return QrLetters::digits;
    if (text.find_first_not_of(capitals) == std::string_view::npos) return QrLetters::capitals;
    const bool ascii = std::all_of(text.begin(), text.end(), [](char letter) {
        return static_cast<unsigned char>(letter) < 0x80;
    });
    return ascii ? QrLetters::ascii : QrLetters::unicode;
}

bool fits_qr_version(std::size_t bytes, QrLetters letters, int version) noexcept {
    if (version < 1 || version > largest_qr_version) return false;
    const bool wide_count = version >= 10;
    std::size_t bits = mode_bits;
    switch (letters) {
        case QrLetters::digits: bits += (wide_count ? 12U : 10U) + (10 * bytes + 2) / 3; break;
        case QrLetters::capitals:
            bits += (wide_count ? 11U : 9U) + 11 * (bytes / 2) + 6 * (bytes % 2);
            break;
        case QrLetters::ascii: bits += (wide_count ? 16U : 8U) + 8 * bytes; break;
        case QrLetters::unicode: bits += eci_bits + (wide_count ? 16U : 8U) + 8 * bytes; break;
    }
    return bits <= 8 * codewords[static_cast<std::size_t>(version - 1)];
}

int least_qr_modules(std::string_view text) noexcept {
    const auto letters = letters_of(text);
    for (int version = 1; version <= largest_qr_version; ++version)
        if (fits_qr_version(text.size(), letters, version)) return 17 + 4 * version;
    return 0;
}

}  // namespace mediaedit::internal
