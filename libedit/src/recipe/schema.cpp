// The name and version of the recipe format.
#include "recipe/schema.hpp"

#include "recipe/json_fields.hpp"

namespace mediaedit::internal {

void require_schema(const nlohmann::json& schema) {
    const auto name = Fields::text(schema, "schema");
    if (name == recipe_schema) return;
    if (name.starts_with("mediaedit.recipe/"))
        fail(ErrorCode::bad_recipe, tr("This recipe was made by a newer version of the program; please update."), "schema", name);
    fail(ErrorCode::bad_recipe, tr("This file is not a recipe: its field schema should be {schema}.", {{"schema", recipe_schema}}), "schema", name);
}

}  // namespace mediaedit::internal
