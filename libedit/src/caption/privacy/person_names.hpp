// Names of persons in lists: how they look, and which words are known as names.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// A name that begins at a token, with its titles: "Bu Hj. Siti Aminah".
struct PersonName {
    std::size_t end_token = 0;  ///< the first behind it; of none the first itself
    bool known = false;   ///< by a title or a word that is a name; else only its capitals tell
    bool capital = true;  ///< every word begins with one
    bool cut = false;     ///< ended by a word with a capital that is none: "Sri Rejeki Makmur"
};

/// The name at a token; nothing (`end_token == index`) where a word stands that is none. What is no
/// name ends it: a sign, a number, "RT", "usia".
PersonName person_name_at(const CaptionText& text, std::size_t index);

/// "Sukinem", "tukiman", "Siti": a name known by itself or by its shape.
bool is_known_name(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
