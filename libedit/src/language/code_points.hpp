// Text as code points. Any bytes are accepted.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// A half-open range of code points.
struct Span {
    std::size_t begin = 0, end = 0;
    [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
    [[nodiscard]] bool meets(const Span& other) const noexcept {
        return begin < other.end && other.begin < end;
    }
    bool operator==(const Span&) const = default;
};

/// A byte that is not UTF-8 becomes a code point of its own (U+DC80 to U+DCFF), which to_utf8 turns
/// back into the same byte.
std::u32string to_code_points(std::string_view utf8);
std::string to_utf8(std::u32string_view points);
void append_utf8(std::string& utf8, char32_t point);

/// How many bytes the code point takes in UTF-8.
std::size_t utf8_bytes(char32_t point) noexcept;

constexpr bool is_digit(char32_t point) noexcept { return point >= U'0' && point <= U'9'; }
constexpr bool is_ascii_letter(char32_t point) noexcept {
    return (point >= U'a' && point <= U'z') || (point >= U'A' && point <= U'Z');
}
bool is_letter(char32_t point) noexcept;
bool is_capital(char32_t point) noexcept;
bool is_any_digit(char32_t point) noexcept;  ///< of any script
inline bool is_alphanumeric(char32_t point) noexcept {
    return is_digit(point) || is_ascii_letter(point) ||
           (point > 127 && (is_letter(point) || is_any_digit(point)));
}

/// Whether a word in small letters is a Roman numeral up to 39 of at most `longest` letters.
inline bool is_roman(std::u32string_view lower, std::size_t longest) noexcept {
    return !lower.empty() && lower.size() <= longest &&
           lower.find_first_not_of(U"ivx") == std::u32string_view::npos;
}

}  // namespace mediaedit::internal
