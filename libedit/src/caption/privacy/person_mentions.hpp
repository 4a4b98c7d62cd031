// Persons who are named in a sentence.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// The number of tokens of a name behind "Bapak", "Ibu", "Mbah" ... that begins at `index`; 0: none
/// begins there.
std::size_t named_person(const CaptionText& text, std::size_t index);

/// The same for a title with a name in small letters too ("anak rizki"), and for a known name
/// without a title ("Siti Aminah").
std::size_t person_at(const CaptionText& text, std::size_t index);

/// Whether known names in small letters stand right before `index`: "siti aminah umur 45".
bool follows_small_name(const CaptionText& text, std::size_t index);

/// Whether a person is named in the sentence, at most ten tokens before `index`.
bool names_somebody(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
