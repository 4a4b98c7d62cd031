// Text as code points. Any bytes are accepted.
#include "language/code_points.hpp"

#include <glib.h>

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr char32_t stray_byte = 0xDC00;
constexpr bool is_stray_byte(char32_t point) noexcept {
    return point >= stray_byte + 0x80 && point <= stray_byte + 0xFF;
}

}  // namespace

std::u32string to_code_points(std::string_view utf8) {
    std::u32string points;
    points.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const auto byte = static_cast<unsigned char>(utf8[at]);
        if (byte < 0x80) {
            points += byte;
            ++at;
            continue;
        }
        constexpr std::size_t longest = 4;
        const char* start = utf8.data() + at;
        const gunichar point = g_utf8_get_char_validated(
            start, static_cast<gssize>(std::min(longest, utf8.size() - at)));
        if (point >= 0x110000) {  // not valid
            points += stray_byte + byte;
            ++at;
            continue;
        }
        points += point;
        at += utf8_bytes(point);
    }
    return points;
}

std::size_t utf8_bytes(char32_t point) noexcept {
    if (is_stray_byte(point) || point < 0x80) return 1;
    return point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
}

void append_utf8(std::string& utf8, char32_t point) {
    if (is_stray_byte(point)) {
        utf8 += static_cast<char>(point - stray_byte);
        return;
    }
    char bytes[6];
    utf8.append(bytes, static_cast<std::size_t>(g_unichar_to_utf8(point, bytes)));
}

std::string to_utf8(std::u32string_view points) {
    std::string utf8;
    utf8.reserve(points.size());
    for (const char32_t point : points) append_utf8(utf8, point);
    return utf8;
}

bool is_letter(char32_t point) noexcept {
    return point < 128 ? is_ascii_letter(point) : g_unichar_isalpha(point) != 0;
}
bool is_capital(char32_t point) noexcept {
    return point < 128 ? point >= U'A' && point <= U'Z' : g_unichar_isupper(point) != 0;
}
bool is_any_digit(char32_t point) noexcept {
    return point < 128 ? is_digit(point) : g_unichar_isdigit(point) != 0;
}

}  // namespace mediaedit::internal
