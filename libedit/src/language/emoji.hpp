// Where an emoji begins, and how many code points it has.
#pragma once

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// The length, in code points, of the emoji that begins at `at`, with its skin tone, joined parts
/// and the second half of a flag; 0: none begins there. Characters that are not always emoji (the
/// copyright sign, digits) count only with a selector.
std::size_t emoji_length(std::u32string_view text, std::size_t at) noexcept;

/// Whether the code point is a letter of a flag, which consists of two.
constexpr bool is_flag_half(char32_t point) noexcept {
    return point >= 0x1F1E6 && point <= 0x1F1FF;
}

}  // namespace mediaedit::internal
