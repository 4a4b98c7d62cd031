// The public function make_plan.
#include "base/failure.hpp"
#include "base/guard.hpp"
#include "base/message.hpp"
#include "plan/geometry.hpp"
#include "plan/overlay_plan.hpp"
#include "recipe/validate.hpp"

#include <mediaedit/plan.hpp>

#include <algorithm>

namespace mediaedit {
namespace {

using namespace internal;

double larger_scale(const PixelRect& placed, const PixelRect& crop) {
    return std::max(static_cast<double>(placed.width) / crop.width,
                    static_cast<double>(placed.height) / crop.height);
}

Plan settle(const Recipe& recipe, const MediaInfo& info) {
    require_valid(recipe);
    if (info.size.width < 1 || info.size.height < 1)
        fail(ErrorCode::bad_argument, tr("The picture has no size."), "info.size");

    Plan plan;
    plan.kind = info.kind;
    plan.upright = info.size;
    plan.turn = recipe.turn;
    plan.mirror = recipe.mirror;
    plan.straighten_deg = recipe.straighten_deg;
    plan.turned = straightened_size(turned_size(info.size, recipe.turn), recipe.straighten_deg);
    for (const auto& hidden : recipe.hidden) {
        auto& planned = plan.hidden.emplace_back(
            PlannedHide{to_pixels_outward(hidden.area, plan.turned), hidden.with, hidden.when});
        for (const auto& point : hidden.path)
            planned.path.push_back({point.at, to_pixels_outward(point.area, plan.turned)});
    }

    plan.crop = to_pixels(recipe.crop.value_or(Area{}), plan.turned);
    Canvas canvas = recipe.canvas.value_or(
        Canvas{.size = {plan.crop.width, plan.crop.height}, .fit = Fit::stretch});
    plan.result = canvas.size;
    plan.fit = canvas.fit;
    plan.background = canvas.background;
    plan.frame = to_pixels(canvas.picture_area.value_or(Area{}), plan.result);
    plan.placed = plan.frame;
    if (plan.fit == Fit::cover) {
        const Point focus = recipe.focus.value_or(
            Point{(plan.crop.x + plan.crop.width / 2.0) / plan.turned.width,
                  (plan.crop.y + plan.crop.height / 2.0) / plan.turned.height});
        plan.crop = cover_crop(plan.crop, {plan.frame.width, plan.frame.height},
                               focus.x * plan.turned.width, focus.y * plan.turned.height);
    } else if (plan.fit != Fit::stretch) {
        plan.placed = contain_place({plan.crop.width, plan.crop.height},
                                    {plan.frame.width, plan.frame.height});
        plan.placed.x += plan.frame.x;
        plan.placed.y += plan.frame.y;
    }
    plan.scale = larger_scale(plan.placed, plan.crop);
    plan.adjust = recipe.adjust;
    plan.safe_area = safe_rect(canvas.size, canvas.safe_area);
    for (std::size_t i = 0; i < recipe.overlays.size(); ++i)
        plan.overlays.push_back(plan_overlay(recipe.overlays[i], i, canvas));
    return plan;
}

}  // namespace

Result<Plan> make_plan(const Recipe& recipe, const MediaInfo& info) {
    return internal::guard([&] { return settle(recipe, info); });
}

}  // namespace mediaedit
