// Notes of a result.
#pragma once

#include <mediaedit/media_info.hpp>

#include <algorithm>
#include <string_view>
#include <vector>

namespace mediaedit::test {

inline bool has_note(const std::vector<Note>& notes, std::string_view code) {
    return std::ranges::any_of(notes, [code](const Note& note) { return note.code == code; });
}

}  // namespace mediaedit::test
