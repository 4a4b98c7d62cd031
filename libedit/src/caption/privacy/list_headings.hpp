// What surrounds a list of names: its heading, and the numbers of its items.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// What the words before a list say about the persons in it.
struct ListHeading {
    bool office = false;    ///< officials, a committee, speakers; or places
    bool naming = false;    ///< names follow: "daftar", "yaitu"
    bool people = false;    ///< "siswa", "warga"
    bool personal = false;  ///< private facts: "penerima", "yang sakit"

    [[nodiscard]] bool any() const noexcept { return naming || people || personal; }
};

/// Reads the tokens as a heading. The group that is named first counts: "Panitia santunan yatim"
/// are not orphans, "Penerima honor kader" are receivers. Exceptions: "Petugas menyalurkan kepada
/// penerima", "Warga yang menjadi panitia".
ListHeading list_heading(const CaptionText& text, std::size_t begin, std::size_t end);

/// The first token behind the number of an item: "1.", "2)", "(3)", "a.", "IV.", "No. 5", "#6",
/// "7"; `at` where there is none.
std::size_t skip_item_number(const CaptionText& text, std::size_t at);

/// Whether a token can number an item without digits: "a", "iv".
bool is_item_letter(const CaptionText& text, std::size_t index);

/// Whether the words or the sign right before the token say that names follow. `begin`: the first
/// token of the line.
bool leads_to_names(const CaptionText& text, std::size_t begin, std::size_t index);

/// Names in a row within a line.
struct NamesInLine {
    std::size_t begin = 0, end = 0;  ///< tokens
    bool mostly_known = false;       ///< at least half of them are known names
};

/// Whether the words around the names say that they are private persons. `heading` becomes what the
/// words say. `line`: its tokens.
bool are_private_persons(const CaptionText& text, Span line, const NamesInLine& names,
                         ListHeading& heading);

}  // namespace mediaedit::internal
