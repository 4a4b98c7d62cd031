// What check collects.
#pragma once

#include <mediaedit/check.hpp>

#include <vector>

namespace mediaedit::internal {

// What photos and videos have in common, found from facts alone; they only add.

/// Whether the placement takes this kind at all.
bool check_kind(const MediaInfo& info, const Placement& placement, std::vector<Finding>& findings);
/// Shape, size, length, bytes.
void check_file_facts(const MediaInfo& info, const Placement& placement,
                      std::vector<Finding>& findings);
void check_privacy(const MediaInfo& info, std::vector<Finding>& findings);

/// Errors first, else in the order they were found.
void sort_findings(std::vector<Finding>& findings);

}  // namespace mediaedit::internal
