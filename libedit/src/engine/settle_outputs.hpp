// Where the results of one source go, settled before the work.
#pragma once

#include "base/system/inputs.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/result.hpp>

#include <filesystem>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// The job's output; under IfExists::number with the number that it will get, whatever is finished
/// first. Shapes: one entry per job. Errors, in each entry: exists, when it is an input, the source
/// above all, or the name of an earlier job.
std::vector<Result<Output>> settle_outputs(const std::filesystem::path& source,
                                           std::span<const Job> jobs, const Inputs& inputs);

/// The files that the jobs read beside their source are among the inputs then.
void add_files_of(std::span<const Job> jobs, Inputs& inputs);

}  // namespace mediaedit::internal
