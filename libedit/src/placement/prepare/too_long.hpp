// Videos that are longer than their placement allows.
#pragma once

#include "engine/open_source.hpp"

#include <mediaedit/placement.hpp>
#include <mediaedit/prepare.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The message for a video that is too long for the placement; nothing: it fits. `keep`: as in a
/// recipe.
std::optional<std::string> too_long_for(const MediaInfo& info, const Placement& placement,
                                        std::span<const TimeRange> keep);

/// The job itself if the placement takes a video of that length. Else a job for each part that it
/// is split into, with a number in its file name. Errors: too_long, when `choice` is to refuse;
/// those of the source's file.
std::vector<Job> jobs_within_limit(const OpenSource& source, const Placement& placement,
                                   const Job& job, TooLong choice);

/// The parts of a video as one result, in order. If one failed, the finished ones are removed, and
/// the result is that error.
Result<Report> as_one(std::span<Result<Report>> parts);

}  // namespace mediaedit::internal
