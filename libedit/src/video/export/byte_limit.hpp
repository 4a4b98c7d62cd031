// Makes a result that meets a size limit.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>

namespace mediaedit::internal {

/// Sets a bitrate for the first pass if the limit is so tight that encoding by quality would surely
/// exceed it.
void expect_limit(VideoJobState& state, const MediaInfo& info);

/// Whether a result must be made again: it exceeds its limit, or might use more of it.
bool needs_fitting(const VideoJobState& state);

/// Makes the result again until it is just below its limit. Keeps the largest one that fits.
/// `progress`: 0 to 1, of the work after the first pass. Errors: bad_argument (it cannot be that
/// small); the job's own.
void fit_into_limit(VideoJobState& state, const VideoExport& video,
                    const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
