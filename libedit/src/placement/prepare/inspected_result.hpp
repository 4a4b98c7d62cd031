// What was found in a file of a package, as text for its manifest.
#pragma once

#include <mediaedit/check.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/result.hpp>

#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct InspectedResult {
    std::vector<Finding> findings{};
    std::vector<Note> notes{};   ///< on making it
    std::optional<int> faces{};  ///< clearly visible ones; absent: not counted
};

std::string as_text(const InspectedResult& result);

/// Nothing for a text that as_text did not write.
std::optional<InspectedResult> inspected_from_text(const std::string& text);

}  // namespace mediaedit::internal
