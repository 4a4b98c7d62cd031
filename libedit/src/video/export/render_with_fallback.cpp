// Results whose pictures are encoded, whatever happens to the graphics card on the way.
#include "video/export/render_with_fallback.hpp"

#include "base/message.hpp"
#include "video/export/render_video.hpp"

#include <cstddef>
#include <utility>

namespace mediaedit::internal {

void render_with_fallback(std::span<VideoJobState* const> pieces, const VideoExport& video,
                          const std::function<void(double)>& progress) {
    std::vector<std::vector<Note>> notes;
    for (const auto* piece : pieces) notes.push_back(piece->notes);
    render_video(pieces, video, progress);
    std::vector<VideoJobState*> again;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        auto& piece = *pieces[i];
        if (piece.error || !std::exchange(piece.hardware_failed, false)) continue;
        piece.hardware = Hardware::forbidden;
        piece.start_again();
        piece.notes = notes[i];
        piece.notes.push_back(
            {"hardware_failed", tr("The graphics card failed while the video was made, so the "
                                   "processor made it; the result is whole.")});
        again.push_back(&piece);
    }
    render_video(again, video, progress);
}

}  // namespace mediaedit::internal
