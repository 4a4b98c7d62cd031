// Where an overlay may stand on a canvas, in whole pixels.
#include "plan/overlay_plan.hpp"

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr double least_margin = 0.04;

int round_to_int(double value) noexcept { return static_cast<int>(std::lround(value)); }

}  // namespace

PixelRect safe_rect(PixelSize canvas, const Margins& margins) noexcept {
    const double least = least_margin * std::min(canvas.width, canvas.height);
    const int left = round_to_int(std::max(least, margins.left * canvas.width));
    const int top = round_to_int(std::max(least, margins.top * canvas.height));
    const int right = canvas.width - round_to_int(std::max(least, margins.right * canvas.width));
    const int bottom = canvas.height - round_to_int(std::max(least, margins.bottom * canvas.height));
    return {left, top, std::max(1, right - left), std::max(1, bottom - top)};
}

PlannedOverlay plan_overlay(const Overlay& overlay, std::size_t index, const Canvas& canvas) noexcept {
    PlannedOverlay plan;
    plan.index = index;
    plan.within = safe_rect(canvas.size, canvas.safe_area);
    const int shorter = std::min(canvas.size.width, canvas.size.height);
    std::visit([&](const auto& one) {
        plan.anchor = one.anchor;
        plan.within.x += round_to_int(one.offset.x * canvas.size.width);
        plan.within.y += round_to_int(one.offset.y * canvas.size.height);
        plan.size_px = std::max(1, round_to_int(one.size * shorter));
    }, overlay);
    if (const auto* text = std::get_if<TextOverlay>(&overlay)) plan.max_width_px = std::max(1, round_to_int(text->max_width * plan.within.width));
    return plan;
}

}  // namespace mediaedit::internal
