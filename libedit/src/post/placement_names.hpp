// The names of placements, in the person's language.
#pragma once

#include <string>
#include <vector>

namespace mediaedit::internal {

/// The translation of a placement's English name; the name itself when there is none.
std::string placement_name(const std::string& english);

/// The translations of all names in data/placements.json; a test compares both lists.
std::vector<std::string> translated_placement_names();

}  // namespace mediaedit::internal
