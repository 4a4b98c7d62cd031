// Maps parts of a result to frames as stored.
#include "video/frame/frame_geometry.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace mediaedit::internal {

Orientation composed(Orientation file, Turn turn, bool mirror) noexcept {
    int degrees = turn_degrees(file) + (turn == Turn::right  ? 90
                                        : turn == Turn::half ? 180
                                        : turn == Turn::left ? 270
                                                             : 0);
    // An orientation mirrors before it turns. Mirroring after a turn equals mirroring before the
    // opposite turn.
    if (mirror) degrees = -degrees;
    constexpr Turn turns[] = {Turn::none, Turn::right, Turn::half, Turn::left};
    return orientation_of(mirrors(file) != mirror, turns[(degrees + 720) / 90 % 4]);
}

Edges as_stored(const Edges& upright, Orientation orientation) noexcept {
    Edges stored = upright;
    switch (turn_degrees(orientation)) {
        case 90: stored = {upright.top, 1 - upright.right, upright.bottom, 1 - upright.left}; break;
        case 180:
            stored = {1 - upright.right, 1 - upright.bottom, 1 - upright.left, 1 - upright.top};
            break;
        case 270:
            stored = {1 - upright.bottom, upright.left, 1 - upright.top, upright.right};
            break;
        default: break;
    }
    if (mirrors(orientation))
        stored = {1 - stored.right, stored.top, 1 - stored.left, stored.bottom};
    return stored;
}

PixelSize even_size(PixelSize size) noexcept {
    return {std::max(2, size.width & ~1), std::max(2, size.height & ~1)};
}

PixelRect even_box(const PixelRect& box, PixelSize within) noexcept {
    const auto span = [](int begin, int length, int limit) {
        const int from = std::clamp((begin + 1) & ~1, 0, limit - 2),
                  to = std::clamp((begin + length + 1) & ~1, from + 2, limit);
        return std::pair{from, to - from};
    };
    const auto [x, width] = span(box.x, box.width, within.width);
    const auto [y, height] = span(box.y, box.height, within.height);
    return {x, y, width, height};
}

PixelSize before_straightening(const Plan& plan) noexcept {
    const bool swapped = plan.turn == Turn::left || plan.turn == Turn::right;
    return swapped ? PixelSize{plan.upright.height, plan.upright.width} : plan.upright;
}

cv::Mat straightening(const Plan& plan, cv::Size placed, cv::Size whole) {
    const auto before = before_straightening(plan);
    const double angle = plan.straighten_deg * std::numbers::pi / 180, cosine = std::cos(angle),
                 sine = std::sin(angle);
    const double step_x = static_cast<double>(plan.crop.width) / placed.width,
                 step_y = static_cast<double>(plan.crop.height) / placed.height;
    // The centre of the first pixel, relative to the centre of the straightened picture.
    const double first_x = plan.crop.x + step_x / 2 - plan.turned.width / 2.0,
                 first_y = plan.crop.y + step_y / 2 - plan.turned.height / 2.0;
    const double scale_x = static_cast<double>(whole.width) / before.width,
                 scale_y = static_cast<double>(whole.height) / before.height;
    return (cv::Mat_<double>(2, 3) << scale_x * cosine * step_x, scale_x * sine * step_y,
            scale_x * (before.width / 2.0 + first_x * cosine + first_y * sine) - 0.5,
            -scale_y * sine * step_x, scale_y * cosine * step_y,
            scale_y * (before.height / 2.0 - first_x * sine + first_y * cosine) - 0.5);
}

}  // namespace mediaedit::internal
