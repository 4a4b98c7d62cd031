// A recipe for one placement.
#include <mediaedit/placement.hpp>

namespace mediaedit {
namespace {

void apply(const Override& own, Recipe& recipe) {
    if (own.crop) recipe.crop = own.crop;
    if (own.focus) recipe.focus = own.focus;
    if (own.fit) recipe.canvas->fit = *own.fit;
    if (own.background) recipe.canvas->background = *own.background;
    if (own.overlays) recipe.overlays = *own.overlays;
    if (own.picture_area) recipe.canvas->picture_area = own.picture_area;
}

}  // namespace

Recipe recipe_for(const Placement& placement, const Recipe& recipe) {
    Recipe wanted = recipe;
    // The recipe says how to fill a shape; the placement says which shape.
    Canvas canvas = recipe.canvas.value_or(Canvas{});
    canvas.size = placement.size;
    canvas.safe_area = placement.safe_area;
    wanted.canvas = canvas;
    if (const auto own = recipe.placements.find(placement.id); own != recipe.placements.end())
        apply(own->second, wanted);
    wanted.placements.clear();
    return wanted;
}

}  // namespace mediaedit
