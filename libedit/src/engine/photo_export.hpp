// Exports one photo.
#pragma once

#include "engine/open_photo.hpp"

#include <mediaedit/export_media.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// As export_many, for an open photo. Errors: only those that concern all jobs; each job has its
/// own Result.
std::vector<Result<Report>> export_photo(const OpenPhoto& photo, std::span<const Job> jobs,
                                         const Control& control);

}  // namespace mediaedit::internal
