// What was seen in a result of a package, as text that the next run remembers.
#pragma once

#include <mediaedit/check.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct ResultLook {
    std::vector<Finding> findings{};
    std::vector<Note> notes{};   ///< that were told when it was made
    std::optional<int> faces{};  ///< clearly seen; absent: not counted
};

std::string as_text(const ResultLook& look);

/// Empty for a text that was not written by as_text.
std::optional<ResultLook> look_from_text(const std::string& text);

}  // namespace mediaedit::internal
