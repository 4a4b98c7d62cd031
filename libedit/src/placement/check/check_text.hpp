// Whether the texts of a recipe fit, and lie where a placement shows them.
#pragma once

#include <mediaedit/check.hpp>

#include <vector>

namespace mediaedit::internal {

/// Adds text_overflows, word_broken, font_replaced, letters_missing, text_outside_safe_area.
/// Errors: bad_recipe.
void check_texts(const Recipe& recipe, const Placement& placement, std::vector<Finding>& findings);

}  // namespace mediaedit::internal
