// Makes a result by copying most of its frames.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>

namespace mediaedit::internal {

/// Copies what can be copied into the job's file. False if all must be encoded: the file is empty
/// then, and the notes say why if the person may have expected a copy. `progress`: 0 to 1; may be
/// empty. Errors: those of trim_by_copying except CannotCopy.
bool try_copy(VideoJobState& state, const VideoExport& video,
              const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
