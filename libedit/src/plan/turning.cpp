// Converts positions in the upright picture to the turned picture.
#include "plan/turning.hpp"

#include "plan/geometry.hpp"

#include <mediaedit/turning.hpp>

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>
#include <utility>
#include <vector>

namespace mediaedit {
namespace internal {
namespace {

/// Smaller than a pixel of any picture, larger than rounding errors.
constexpr double sliver = 1e-5;

/// Clips a span to 0 to 1.
std::pair<double, double> inside(double begin, double end) {
    const double first = std::clamp(begin, 0.0, 1 - sliver);
    return {first, std::clamp(end, first + sliver, 1.0)};
}

Area between(const Area& one, const Area& other, double share) {
    const auto mixed = [share](double from, double to) { return from + (to - from) * share; };
    return {mixed(one.x, other.x), mixed(one.y, other.y), mixed(one.width, other.width),
            mixed(one.height, other.height)};
}

/// The fractions of the way from `one` to `other` at which an edge of the area crosses an edge of
/// the picture. Between two of these, the clipped area moves linearly.
std::vector<double> crossings(const Area& one, const Area& other) {
    std::vector<double> shares;
    const auto add = [&](double from, double to) {
        for (const double edge : {0.0, 1.0})
            if ((from < edge) != (to < edge)) shares.push_back((edge - from) / (to - from));
    };
    add(one.x, other.x);
    add(one.x + one.width, other.x + other.width);
    add(one.y, other.y);
    add(one.y + one.height, other.y + other.height);
    std::ranges::sort(shares);
    return shares;
}

}  // namespace

Turning::Turning(const Recipe& recipe, PixelSize upright)
    : turn_(recipe.turn),
      mirror_(recipe.mirror),
      before_(turned_size(upright, recipe.turn)),
      after_(straightened_size(before_, recipe.straighten_deg)) {
    const double angle = recipe.straighten_deg * std::numbers::pi / 180;
    cosine_ = std::cos(angle);
    sine_ = std::sin(angle);
}

Point Turning::of(Point point) const {
    switch (turn_) {
        case Turn::none: break;
        case Turn::right: point = {1 - point.y, point.x}; break;
        case Turn::half: point = {1 - point.x, 1 - point.y}; break;
        case Turn::left: point = {point.y, 1 - point.x}; break;
    }
    if (mirror_) point.x = 1 - point.x;
    if (sine_ == 0) return point;
    // Clockwise around the centre, which stays the centre.
    const double x = (point.x - 0.5) * before_.width, y = (point.y - 0.5) * before_.height;
    return {0.5 + (x * cosine_ - y * sine_) / after_.width,
            0.5 + (x * sine_ + y * cosine_) / after_.height};
}

Area Turning::of(const Area& area) const {
    const Point first = of(Point{area.x, area.y});
    double left = first.x, right = first.x, top = first.y, bottom = first.y;
    for (const Point corner :
         {Point{area.x + area.width, area.y}, Point{area.x, area.y + area.height},
          Point{area.x + area.width, area.y + area.height}}) {
        const Point there = of(corner);
        left = std::min(left, there.x);
        right = std::max(right, there.x);
        top = std::min(top, there.y);
        bottom = std::max(bottom, there.y);
    }
    return {left, top, right - left, bottom - top};
}

bool reaches_into_picture(const Area& area) {
    return area.x < 1 && area.x + area.width > 0 && area.y < 1 && area.y + area.height > 0;
}

Area inside_picture(const Area& area) {
    const auto [left, right] = inside(area.x, area.x + area.width);
    const auto [top, bottom] = inside(area.y, area.y + area.height);
    return {left, top, right - left, bottom - top};
}

std::vector<PathPoint> inside_picture(const std::vector<PathPoint>& path) {
    std::vector<PathPoint> kept;
    const auto add = [&](Time at, const Area& area) {
        if (kept.empty() || at > kept.back().at) kept.push_back({at, inside_picture(area)});
    };
    for (std::size_t i = 0; i < path.size(); ++i) {
        add(path[i].at, path[i].area);
        if (i + 1 == path.size()) break;
        const auto length = path[i + 1].at - path[i].at;
        for (const double share : crossings(path[i].area, path[i + 1].area)) {
            const Time later(std::llround(static_cast<double>(length.count()) * share));
            if (later > Time(0) && later < length)
                add(path[i].at + later, between(path[i].area, path[i + 1].area, share));
        }
    }
    return kept;
}

}  // namespace internal

using namespace internal;

Area as_seen(const Area& part, const Recipe& recipe, PixelSize upright) {
    return inside_picture(Turning(recipe, upright).of(part));
}

Point as_seen(const Point& point, const Recipe& recipe, PixelSize upright) {
    const auto there = Turning(recipe, upright).of(point);
    return {std::clamp(there.x, 0.0, 1.0), std::clamp(there.y, 0.0, 1.0)};
}

HiddenArea as_seen(const HiddenArea& hidden, const Recipe& recipe, PixelSize upright) {
    const Turning turning(recipe, upright);
    HiddenArea seen = hidden;
    seen.area = inside_picture(turning.of(hidden.area));
    for (auto& point : seen.path) point.area = turning.of(point.area);
    seen.path = inside_picture(seen.path);
    return seen;
}

}  // namespace mediaedit
