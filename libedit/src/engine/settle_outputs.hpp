// Chooses the final output names of one source before the work starts.
#pragma once

#include "base/system/inputs.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// The outputs of the jobs. With IfExists::number, numbers are assigned in the order of the jobs,
/// whichever is finished first. Shapes: one entry per job. Errors, for each entry: exists if the
/// file is an input (such as the source) or the output of an earlier job.
std::vector<Result<Output>> settle_outputs(const std::filesystem::path& source,
                                           std::span<const Job> jobs, const Inputs& inputs);

/// Adds the files that the jobs read besides their source to `inputs`.
void add_files_of(std::span<const Job> jobs, Inputs& inputs);

}  // namespace mediaedit::internal
