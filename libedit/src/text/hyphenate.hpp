// Where a word may be broken: between its syllables.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// A word with soft hyphens (U+00AD) between its syllables, by the rules of Indonesian: between
/// vowels, before a single consonant, between two. They serve other languages in Latin letters too.
/// Unchanged: what is no plain word, such as an address, a hashtag, a number, other scripts.
/// Shapes: UTF-8 in and out.
std::string with_soft_hyphens(std::string_view word);

/// Whether a hyphen may stand where the word is broken: it has letters only, and signs around them.
bool is_plain_word(std::string_view word);

}  // namespace mediaedit::internal
