// What check collects.
#pragma once

#include <mediaedit/check.hpp>

#include <string>
#include <vector>

namespace mediaedit::internal {

/// "Instagram, Story": how a placement is named in a sentence.
inline std::string place_name(const Placement& placement) { return placement.platform + ", " + placement.name; }

/// Errors first, else in the order they were found.
void sort_findings(std::vector<Finding>& findings);

}  // namespace mediaedit::internal
