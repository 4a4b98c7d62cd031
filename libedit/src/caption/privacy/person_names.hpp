// Names of persons in lists.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// A name that begins at a token, with its titles: "Bu Hj. Siti Aminah".
struct PersonName {
    std::size_t end_token = 0;  ///< the first behind it; the token itself: no name
    bool known = false;         ///< by a title or a known name; else only its capitals show it
    bool capital = true;        ///< every word begins with one
    bool cut = false;  ///< a capitalised word that is not a name ends it: "Sri Rejeki Makmur"
};

/// The name at a token; `end_token == index` where none begins. It ends before a sign, a number,
/// and words that are not names: "RT", "usia".
PersonName person_name_at(const CaptionText& text, std::size_t index);

/// Whether the word is in the list of names or has the ending of one: "Sukinem", "tukiman", "Siti".
bool is_known_name(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
