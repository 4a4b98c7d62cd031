// Tells which faces a recipe keeps visible.
#include "subjects/kept_faces.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

bool has_middle_in(const Area& area, const Area& face) {
    const double x = face.x + face.width / 2, y = face.y + face.height / 2;
    return x >= area.x && x <= area.x + area.width && y >= area.y && y <= area.y + area.height;
}

Area area_at(const std::vector<PathPoint>& path, Time at) {
    const auto after = std::ranges::upper_bound(path, at, {}, &PathPoint::at);
    if (after == path.begin()) return path.front().area;
    if (after == path.end()) return path.back().area;
    const auto &one = *(after - 1), &other = *after;
    const double share = static_cast<double>((at - one.at).count()) /
                         static_cast<double>((other.at - one.at).count());
    const auto between = [share](double from, double to) { return from + (to - from) * share; };
    return {between(one.area.x, other.area.x), between(one.area.y, other.area.y),
            between(one.area.width, other.area.width), between(one.area.height, other.area.height)};
}

bool is_meant(const FollowedFace& face, const KeptFace& kept) {
    if (face.path.empty() || !face.when.end) return false;
    const auto from = kept.when ? std::max(face.when.start, kept.when->start) : face.when.start;
    const auto to =
        kept.when && kept.when->end ? std::min(*face.when.end, *kept.when->end) : *face.when.end;
    if (from >= to) return false;
    // The path is made of straight lines, so it is enough to test their end points.
    if (!has_middle_in(kept.area, area_at(face.path, from)) ||
        !has_middle_in(kept.area, area_at(face.path, to)))
        return false;
    return std::ranges::all_of(face.path, [&](const PathPoint& point) {
        return point.at < from || point.at >= to || has_middle_in(kept.area, point.area);
    });
}

}  // namespace

bool is_kept(const Area& face, std::span<const KeptFace> kept) {
    return std::ranges::any_of(kept,
                               [&](const KeptFace& one) { return has_middle_in(one.area, face); });
}

bool is_kept(const FollowedFace& face, std::span<const KeptFace> kept) {
    return std::ranges::any_of(kept, [&](const KeptFace& one) { return is_meant(face, one); });
}

}  // namespace mediaedit::internal
