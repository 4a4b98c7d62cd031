// Videos that are longer than their placement takes.
#pragma once

#include "engine/open_source.hpp"

#include <mediaedit/placement.hpp>
#include <mediaedit/prepare.hpp>

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The sentence about a video that is too long for the placement; none: it fits. `keep` as in a
/// recipe.
std::optional<std::string> too_long_for(const MediaInfo& info, const Placement& placement,
                                        std::span<const TimeRange> keep);

/// The job itself where the placement takes a video of that length; else the parts it is split
/// into, each a job with a number in its name. Errors: too_long, when it shall not be split; those
/// of the source's file.
std::vector<Job> jobs_within_limit(const OpenSource& source, const Placement& placement,
                                   const Job& job, TooLong choice);

/// The parts of one video as one result, in order. When one failed, so did all: those that were
/// made are removed.
Result<Report> as_one(std::span<Result<Report>> parts);

}  // namespace mediaedit::internal
