// Where faces are in a clip, and when.
#include "video/video_faces.hpp"

#include "picture/subject_finder.hpp"
#include "video/clip_looks.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

constexpr int look_side_px = 960;
constexpr auto between_looks = std::chrono::milliseconds(500);
/// Finders give the inner face; hair, ears and chin make a person known too, and people move between two looks.
constexpr double margin = 0.45;

Area widened(const Area& face) {
    const double x = std::max(0.0, face.x - face.width * margin), y = std::max(0.0, face.y - face.height * margin);
    return {x, y, std::min(1.0, face.x + face.width * (1 + margin)) - x, std::min(1.0, face.y + face.height * (1 + margin)) - y};
}

}  // namespace

std::vector<HiddenArea> find_video_faces(const Recipe& recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges) {
    ClipLooks looks(recipe, info, frames, look_side_px);
    std::vector<HiddenArea> areas;
    const auto frame = new_frame();
    for (const auto& range : ranges) {
        frames.start_at(range.begin);
        auto next_look = frames.file().time_of(range.begin);
        while (frames.next(*frame) && frame->pts < range.end) {
            const auto now = frames.file().time_of(frame->pts);
            if (now < next_look) continue;
            next_look = now + between_looks;
            for (const auto& face : map_subjects({looks.look(*frame)}, Search::thorough).subjects.faces)
                areas.push_back({widened(face), HideWith::blur, TimeRange{std::max(Time(0), now - between_looks), now + between_looks + std::chrono::milliseconds(50)}});
        }
    }
    return areas;
}

}  // namespace mediaedit::internal
