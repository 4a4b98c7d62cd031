// Makes the results of one call; jobs for the same video share one.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>
#include <span>

namespace mediaedit::internal {

/// Makes and commits the results of all open jobs without an error. Frames are copied if the job
/// allows it; otherwise all jobs that keep the same parts are encoded in one pass. For the same
/// video the first job's result is made, and the others get a copy of the file: not a hard link,
/// since one of the files may be changed in place. Errors of a job stay in its state. `progress`: 0
/// to 1.
void make_results(std::span<VideoJobState> states, const VideoExport& video,
                  const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
