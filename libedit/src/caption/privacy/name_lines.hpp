// Lines of a text read as items of a list of names.
#pragma once

#include "caption/privacy/name_runs.hpp"

#include <cstddef>

namespace mediaedit::internal {

/// A line, and the name in it if there is one.
struct NameLine : ListedName {
    std::size_t begin = 0, end = 0;  ///< tokens, without the line break
    std::size_t name = 0;            ///< the first token of the name
    bool is_name = false;
    bool joined = false;      ///< begins with "dan", so it continues the list
    bool labelled = false;    ///< "Senin:", "RT 01:" before the name
    bool group = false;       ///< that label is "Kelompok 1:"
    bool only_label = false;  ///< "RT 02" alone: the list continues below it
    bool loose = false;       ///< more words follow the name: "1. Sukinem tidak hadir"
};

/// Reads the line that begins at the token `index`.
NameLine name_line_at(const CaptionText& text, std::size_t index);

/// What the line says as a heading of a list: "Daftar penerima", "KPM yang belum mengambil:",
/// "No | Nama | RT".
ListHeading heading_of(const CaptionText& text, const NameLine& line);

}  // namespace mediaedit::internal
