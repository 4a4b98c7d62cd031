// Where an emoji stands, and how many code points belong to it.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// The length, in code points, of the emoji that begins at `at`: with its skin tone, joined parts,
/// the second half of a flag. 0: none begins there. Signs that are letters as well (the copyright
/// sign, digits) count only where a selector makes them a picture.
std::size_t emoji_length(std::u32string_view text, std::size_t at) noexcept;

/// Whether it is the letter half of a flag.
constexpr bool is_flag_half(char32_t point) noexcept {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
}

}  // namespace mediaedit::internal
