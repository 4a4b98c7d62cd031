// From a face to the area that hides it.
#include <mediaedit/faces.hpp>

#include <algorithm>

namespace mediaedit {
namespace {

/// What is found is the inner face; hair, ears and chin make a person known too. A moving one may be off its path a little.
constexpr double margin = 0.25, moving_margin = 0.35;

Area widened(const Area& face, double by) {
    const double x = std::max(0.0, face.x - face.width * by), y = std::max(0.0, face.y - face.height * by);
    return {x, y, std::min(1.0, face.x + face.width * (1 + by)) - x, std::min(1.0, face.y + face.height * (1 + by)) - y};
}

}  // namespace

HiddenArea hide_face(const FoundFace& face, HideWith with) { return {widened(face.area, margin), with}; }

HiddenArea hide_face(const FollowedFace& face, HideWith with) {
    HiddenArea hidden;
    hidden.with = with;
    hidden.when = face.when;
    for (const auto& point : face.path) hidden.path.push_back({point.at, widened(point.area, moving_margin)});
    if (!hidden.path.empty()) hidden.area = hidden.path.front().area;
    return hidden;
}

}  // namespace mediaedit
