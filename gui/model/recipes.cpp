// How the shown item is framed.
#include "model/recipes.hpp"

#include <mediaedit/plan.hpp>

#include <algorithm>

namespace sunting {

using namespace mediaedit;

namespace {

/// As seen after turning and mirroring.
Point as_turned(Point point, const Recipe& recipe) {
    switch (recipe.turn) {
        case Turn::none: break;
        case Turn::right: point = {1 - point.y, point.x}; break;
        case Turn::half: point = {1 - point.x, 1 - point.y}; break;
        case Turn::left: point = {point.y, 1 - point.x}; break;
    }
    if (recipe.mirror) point.x = 1 - point.x;
    return point;
}

}  // namespace

ItemPlace place_of_item(const State& state, std::size_t item) {
    return {.number = item + 1, .of = std::max<std::size_t>(1, state.post().items.size()), .taken_on = day_taken(state)};
}

Recipe uncut(const Recipe& recipe, const PostItem& item) {
    Recipe turned;
    turned.turn = recipe.turn;
    turned.mirror = recipe.mirror;
    turned.straighten_deg = recipe.straighten_deg;
    turned.hidden = recipe.hidden;
    turned.hide_faces = recipe.hide_faces;
    if (item.faces == FaceChoice::hide && !turned.hide_faces) turned.hide_faces = HideWith::blur;
    turned.keep_faces = recipe.keep_faces;
    turned.adjust = recipe.adjust;
    return turned;
}

std::map<std::string, FrameShape> frame_shapes(const State& state, std::size_t item) {
    std::map<std::string, FrameShape> shapes;
    if (!state.work() || item >= state.post().items.size()) return shapes;
    const auto facts = state.facts(state.post().items[item].file);
    if (!facts) return shapes;
    for (const auto& placement : placements_of_item(state, item)) {
        auto recipe = item_recipe(state.post(), item, placement, place_of_item(state, item));
        if (!recipe) continue;
        if (!recipe->focus && facts->subjects) recipe->focus = as_turned(facts->subjects->focus, *recipe);
        const auto plan = make_plan(*recipe, facts->info);
        if (!plan) continue;
        FrameShape shape{.turned = plan->turned, .aspect = static_cast<double>(plan->frame.width) / std::max(1, plan->frame.height), .fit = plan->fit};
        shape.crop = {static_cast<double>(plan->crop.x) / plan->turned.width, static_cast<double>(plan->crop.y) / plan->turned.height,
                      static_cast<double>(plan->crop.width) / plan->turned.width, static_cast<double>(plan->crop.height) / plan->turned.height};
        shapes[placement.id] = shape;
    }
    return shapes;
}

}  // namespace sunting
