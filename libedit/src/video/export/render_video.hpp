// Decodes a video once, and encodes a result for each job.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>
#include <span>

namespace mediaedit::internal {

/// Makes all results in one pass over the source. Their recipes keep the same parts. `progress`: 0
/// to 1. Errors: those that concern all: of FrameReader, bad_recipe (nothing is kept); cancelled.
void render_video(std::span<VideoJobState* const> states, const VideoExport& video,
                  const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
