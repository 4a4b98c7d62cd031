// The files that a recipe names.
#pragma once

#include <mediaedit/recipe.hpp>

#include <string>
#include <variant>
#include <vector>

namespace mediaedit::internal {

/// Calls visit(file) for each logo, further photo and sound, of the wishes for single placements
/// too; they may be changed when `recipe` may. What holds the picture itself ("data:...") is no
/// file.
template <class SomeRecipe, class Visit>
void for_each_file(SomeRecipe& recipe, const Visit& visit) {
    const auto visit_pictures = [&](auto& overlays) {
        for (auto& overlay : overlays)
            if (auto* picture = std::get_if<PictureOverlay>(&overlay);
                picture && !picture->file.starts_with("data:"))
                visit(picture->file);
    };
    visit_pictures(recipe.overlays);
    for (auto& [id, request] : recipe.placements)
        if (request.overlays) visit_pictures(*request.overlays);
    if (!recipe.audio.file.empty()) visit(recipe.audio.file);
}

}  // namespace mediaedit::internal
