// The public functions hide_face.
#include "plan/turning.hpp"

#include <mediaedit/faces.hpp>

namespace mediaedit {
namespace {

/// Detection gives the inner face, but hair, ears and chin identify a person too. A moving face may
/// deviate slightly from its path.
constexpr double margin = 0.25, moving_margin = 0.35;

Area widened(const Area& face, double by) {
    return {face.x - face.width * by, face.y - face.height * by, face.width * (1 + 2 * by),
            face.height * (1 + 2 * by)};
}

}  // namespace

HiddenArea hide_face(const FoundFace& face, HideWith with) {
    return {internal::inside_picture(widened(face.area, margin)), with};
}

HiddenArea hide_face(const FollowedFace& face, HideWith with) {
    HiddenArea hidden;
    hidden.with = with;
    hidden.when = face.when;
    for (const auto& point : face.path)
        hidden.path.push_back({point.at, widened(point.area, moving_margin)});
    hidden.path = internal::inside_picture(hidden.path);
    if (!hidden.path.empty()) hidden.area = hidden.path.front().area;
    return hidden;
}

}  // namespace mediaedit
