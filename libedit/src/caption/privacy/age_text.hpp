// Ages as people write them.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// Whether a word of a number begins at the token: "dua", "puluh".
bool is_number_word(const CaptionText& text, std::size_t index);

/// The number of tokens of an age: "45 tahun", "61 years old", "3 tahun 4 bulan", "2 th, 6 bln dan
/// 3 hari"; 0: none begins there. Without a unit only "(83)", `in_brackets`, and what stands
/// between commas are ages. `labelled`: behind "umur" weeks and days are ages too, and no unit is
/// needed.
std::size_t age_at(const CaptionText& text, std::size_t index, bool in_brackets, bool labelled);

}  // namespace mediaedit::internal
