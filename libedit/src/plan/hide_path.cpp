// The position of a hidden area at one time.
#include "plan/hide_path.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

PixelRect around(const PixelRect& one, const PixelRect& other) {
    const int left = std::min(one.x, other.x), top = std::min(one.y, other.y);
    const int right = std::max(one.x + one.width, other.x + other.width);
    const int bottom = std::max(one.y + one.height, other.y + other.height);
    return {left, top, right - left, bottom - top};
}

}  // namespace

PixelRect area_at(const PlannedHide& hidden, Time at) {
    const auto& path = hidden.path;
    if (path.empty()) return hidden.area;
    const auto after = std::ranges::upper_bound(path, at, {}, &PlannedPathPoint::at);
    if (after == path.begin()) return path.front().area;
    if (after == path.end()) return path.back().area;
    const auto &one = (after - 1)->area, &other = after->area;
    const double share = static_cast<double>((at - (after - 1)->at).count()) /
                         static_cast<double>((after->at - (after - 1)->at).count());
    const auto between = [share](int from, int to) { return from + (to - from) * share; };
    const int left = static_cast<int>(std::floor(between(one.x, other.x))),
              top = static_cast<int>(std::floor(between(one.y, other.y)));
    const int right =
        static_cast<int>(std::ceil(between(one.x + one.width, other.x + other.width)));
    const int bottom =
        static_cast<int>(std::ceil(between(one.y + one.height, other.y + other.height)));
    return {left, top, right - left, bottom - top};
}

PixelRect area_on(const PlannedHide& hidden, const OnScreen& frame) {
    if (hidden.path.empty() || !is_cut_in_time(frame)) return area_at(hidden, frame.from);
    const auto from = hidden.when ? std::max(frame.from, hidden.when->start) : frame.from;
    const auto until =
        hidden.when && hidden.when->end ? std::min(frame.until, *hidden.when->end) : frame.until;
    auto covered = around(area_at(hidden, from), area_at(hidden, until));
    for (const auto& point : hidden.path)
        if (point.at > from && point.at < until) covered = around(covered, point.area);
    return covered;
}

}  // namespace mediaedit::internal
