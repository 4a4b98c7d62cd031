// Encodes results, without the graphics card if that fails.
#include "video/export/render_with_fallback.hpp"

#include "base/message.hpp"
#include "video/export/render_video.hpp"

#include <cstddef>
#include <utility>

namespace mediaedit::internal {

void render_with_fallback(std::span<VideoJobState* const> states, const VideoExport& video,
                          const std::function<void(double)>& progress) {
    std::vector<std::vector<Note>> notes;
    for (const auto* state : states) notes.push_back(state->notes);
    render_video(states, video, progress);
    std::vector<VideoJobState*> again;
    for (std::size_t i = 0; i < states.size(); ++i) {
        auto& state = *states[i];
        if (state.error || !std::exchange(state.hardware_failed, false)) continue;
        state.hardware = Hardware::forbidden;
        state.start_again();
        state.notes = notes[i];
        state.notes.push_back(
            {"hardware_failed", tr("The graphics card failed while the video was made, so the "
                                   "processor made it; the result is whole.")});
        again.push_back(&state);
    }
    render_video(again, video, progress);
}

}  // namespace mediaedit::internal
