// Checks that photos and videos share.
#pragma once

#include <mediaedit/check.hpp>

#include <vector>

namespace mediaedit::internal {

// Each adds its findings. Only facts are needed.

/// Returns whether the placement takes this kind of media.
bool check_kind(const MediaInfo& info, const Placement& placement, std::vector<Finding>& findings);
/// Shape, size, length, bytes.
void check_file_facts(const MediaInfo& info, const Placement& placement,
                      std::vector<Finding>& findings);
void check_privacy(const MediaInfo& info, std::vector<Finding>& findings);

/// Errors first. Otherwise the order stays.
void sort_findings(std::vector<Finding>& findings);

}  // namespace mediaedit::internal
