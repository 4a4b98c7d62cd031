// The names of placements, in the person's language.
#pragma once

#include <mediaedit/placement.hpp>

#include <string>
#include <vector>

namespace mediaedit::internal {

/// The translation of a placement's English name; the name itself when there is none.
std::string placement_name(const std::string& english);

/// "Instagram, Story": how a sentence names a placement.
std::string place_name(const Placement& placement);

/// The translations of all names in data/placements.json; a test compares both lists.
std::vector<std::string> translated_placement_names();

}  // namespace mediaedit::internal
