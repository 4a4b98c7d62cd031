// A result that may not be larger than somebody allows.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>

namespace mediaedit::internal {

/// Where the state's limit is so tight that quality alone would surely break it, its first pass
/// keeps to a rate already.
void expect_limit(VideoJobState& state, const MediaInfo& info);

/// Whether the state, made once, must be made again to keep its limit, or might be larger and still
/// keep it.
bool needs_fitting(const VideoJobState& state);

/// Makes the state again and again until it is just below its limit. The largest one that fits is
/// kept. `progress`: 0 to 1, of what the first pass left to do. Errors: bad_argument (it cannot be
/// that small); the state's own.
void fit_into_limit(VideoJobState& state, const VideoExport& video,
                    const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
