// The name and version of the recipe format.
#pragma once

#include <nlohmann/json_fwd.hpp>

namespace mediaedit::internal {

constexpr const char* recipe_schema = "mediaedit.recipe/1";

/// Errors: bad_recipe when `schema` names another format, or a version that is newer than this program.
/// Version 1 is the first; when 2 comes, files of 1 are upgraded here, step by step.
void require_schema(const nlohmann::json& schema);

}  // namespace mediaedit::internal
