// Whether the numbers of a recipe can be used.
#pragma once

#include <mediaedit/export.hpp>
#include <mediaedit/recipe.hpp>

namespace mediaedit::internal {

/// Errors: bad_recipe with the field's path.
void require_valid(const Recipe& recipe);

/// That a person's recipe holds no more than can be done in reasonable time. Faces that are found
/// later, to be hidden, do not count. Errors: bad_recipe with the field's path.
MEDIAEDIT_INTERNAL void require_few(const Recipe& recipe);

}  // namespace mediaedit::internal
