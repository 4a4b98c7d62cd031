// Hyphenates words between syllables.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

inline constexpr const char* soft_hyphen = "\u00ad";

/// Adds soft hyphens (U+00AD) between syllables, by the rules of Indonesian: between vowels, before
/// a single consonant, between two. They also work for other languages in Latin letters. Addresses,
/// hashtags, numbers and other scripts are not changed. Shapes: UTF-8 in and out.
std::string with_soft_hyphens(std::string_view word);

/// Whether a hyphen may be shown where the word is broken: it consists of letters, with punctuation
/// around them.
bool is_plain_word(std::string_view word);

}  // namespace mediaedit::internal
