// Tells whether two recipes give the same picture.
#pragma once

#include <mediaedit/recipe.hpp>

#include <algorithm>
#include <variant>

namespace mediaedit::internal {

inline bool needs_safe_area(const Overlay& overlay) {
    if (std::holds_alternative<PanelOverlay>(overlay)) return false;
    if (const auto* text = std::get_if<TextOverlay>(&overlay)) return !text->area;
    if (const auto* picture = std::get_if<PictureOverlay>(&overlay)) return !picture->area;
    return true;
}

/// Removes what has no effect: overrides for other placements, an unused safe area, and kept faces
/// if no faces are hidden.
inline Recipe plain_recipe(Recipe recipe) {
    recipe.placements.clear();
    if (recipe.canvas && std::ranges::none_of(recipe.overlays, needs_safe_area))
        recipe.canvas->safe_area = {};
    if (!recipe.hide_faces) recipe.keep_faces.clear();
    return recipe;
}

inline bool makes_the_same_pictures(const Recipe& one, const Recipe& other) {
    return plain_recipe(one) == plain_recipe(other);
}

}  // namespace mediaedit::internal
