// The results of one call: jobs that come to the same video share one.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>
#include <span>

namespace mediaedit::internal {

/// Makes and names all states that are open and have no error. Pictures are copied where the job
/// allows it; else all states that keep the same parts are encoded in one pass. Of jobs that come
/// to the same video the first is made, and the others get a copy of the file: a copy rather than a
/// second name, since a person may change one of the files in place. What goes wrong with a state
/// stays with it. `progress`: 0 to 1.
void make_results(std::span<VideoJobState> states, const VideoExport& video,
                  const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
