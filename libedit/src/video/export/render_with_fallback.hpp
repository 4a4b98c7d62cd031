// Encodes results, without the graphics card if that fails.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>
#include <span>

namespace mediaedit::internal {

/// As render_video. Results at which the graphics card failed are made again by the processor, with
/// a note.
void render_with_fallback(std::span<VideoJobState* const> states, const VideoExport& video,
                          const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
