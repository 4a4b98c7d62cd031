// From one video to its results.
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export_media.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// As export_many. Errors: only those that concern all jobs; each job has its own Result.
std::vector<Result<Report>> export_video(const std::filesystem::path& source, std::span<const Job> jobs, const Control& control);

}  // namespace mediaedit::internal
