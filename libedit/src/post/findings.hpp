// What check collects.
#pragma once

#include <mediaedit/check.hpp>

#include <vector>

namespace mediaedit::internal {

/// Errors first, else in the order they were found.
void sort_findings(std::vector<Finding>& findings);

}  // namespace mediaedit::internal
