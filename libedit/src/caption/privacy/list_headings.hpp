// What stands before a list of names: its heading, and the numbers of its items.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// What the words before a list say of those who are named in it.
struct ListHeading {
    bool office = false;    ///< who serves the public, a committee, speakers; or places
    bool naming = false;    ///< that names follow: "daftar", "yaitu"
    bool people = false;    ///< "siswa", "warga"
    bool personal = false;  ///< what nobody needs to know of them: "penerima", "yang sakit"

    [[nodiscard]] bool any() const noexcept { return naming || people || personal; }
};

/// Reads the tokens as a heading. Who is named first is meant: "Panitia santunan yatim" are no
/// orphans, "Penerima honor kader" receive; but not in "Petugas menyalurkan kepada penerima" and
/// "Warga yang menjadi panitia".
ListHeading list_heading(const CaptionText& text, std::size_t begin, std::size_t end);

/// The first token behind the number of an item: "1.", "2)", "(3)", "a.", "IV.", "No. 5", "#6",
/// "7"; `at` where none stands.
std::size_t over_item_number(const CaptionText& text, std::size_t at);

/// "a", "iv": how an item is counted besides numbers.
bool is_item_letter(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
