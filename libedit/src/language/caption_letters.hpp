// Characters of captions: counting, capitals, spaces. All texts are UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// The bytes of the character that begins at `place`, in valid UTF-8.
std::string_view letter_at(const char* place);

/// The number of code points of valid UTF-8.
int letter_count(std::string_view text);

/// The first `most` code points, or all.
std::string_view first_letters(std::string_view text, int most);

/// The text as valid UTF-8 without control characters, with single spaces for white space and none
/// at the ends.
std::string one_clean_line(std::string_view text);

/// The text in small letters, for comparing what people type.
std::string small_letters(std::string_view text);

/// The text with a capital at the beginning, unless the first word is an address such as desa.id.
std::string with_capital(std::string_view text);

/// Whether the text ends like a sentence.
bool ends_sentence(std::string_view text);

/// The text with a capital and a full stop.
std::string whole_sentence(std::string_view text);

}  // namespace mediaedit::internal
