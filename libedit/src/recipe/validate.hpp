// Whether the numbers of a recipe can be used.
#pragma once

#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// Errors: bad_recipe with the field's path.
void require_valid(const Recipe& recipe);

}  // namespace mediaedit::internal
