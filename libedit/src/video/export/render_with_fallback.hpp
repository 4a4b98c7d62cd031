// Results whose pictures are encoded, whatever happens to the graphics card on the way.
#pragma once

#include "video/export/video_job_state.hpp"

#include <functional>
#include <span>

namespace mediaedit::internal {

/// As render_video; states at which a graphics card failed are made again by the processor, with a
/// note.
void render_with_fallback(std::span<VideoJobState* const> states, const VideoExport& video,
                          const std::function<void(double)>& progress);

}  // namespace mediaedit::internal
