// Letters of captions: counting, capitals, spaces. All texts are UTF-8.
#pragma once

#include <string>
#include <string_view>

namespace mediaedit::internal {

/// The bytes of the letter that begins at `place` in valid UTF-8.
std::string_view letter_at(const char* place);

/// How many code points; of valid UTF-8.
int letter_count(std::string_view text);

/// At most `most` code points of it.
std::string_view first_letters(std::string_view text, int most);

/// Valid UTF-8 without control characters; line breaks and tabs are spaces, several spaces are one,
/// none at the ends.
std::string one_clean_line(std::string_view text);

/// For comparing what people type. Small letters where there are any.
std::string small_letters(std::string_view text);

/// With a capital at the beginning, unless the first word is an address such as desa.id.
std::string with_capital(std::string_view text);

/// Whether it ends as a sentence does.
bool ends_sentence(std::string_view text);

/// With capital and full stop.
std::string whole_sentence(std::string_view text);

}  // namespace mediaedit::internal
