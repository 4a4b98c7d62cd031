// A result whose pictures are mostly copied.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>

namespace mediaedit::internal {

/// Copies what can be copied into the state's file. False when all must be encoded: the file is
/// empty then, and the notes say why where the person may have expected a copy. `progress`: 0 to 1;
/// may be empty. Errors: those of trim_by_copying but CannotCopy.
bool try_copy(VideoJobState& state, const VideoExport& video,
              const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
