// The name and version of the recipe format.
#include "recipe/schema.hpp"

#include "json/json_fields.hpp"

namespace mediaedit::internal {

void require_schema(const nlohmann::json& schema, std::string_view wanted,
                    std::string_view when_newer, std::string_view when_other) {
    const auto name = Fields::text(schema, "schema");
    if (name == wanted) return;
    const bool other_version = name.starts_with(wanted.substr(0, wanted.rfind('/') + 1));
    fail(ErrorCode::bad_recipe, std::string(other_version ? when_newer : when_other), "schema",
         name);
}

void require_schema(const nlohmann::json& schema, std::string_view wanted) {
    require_schema(schema, wanted,
                   tr("This file was made by a newer version of the program; please update."),
                   tr("This file is of another kind: its field schema should be {schema}.",
                      {{"schema", wanted}}));
}

void require_schema(const nlohmann::json& schema) {
    require_schema(schema, recipe_schema,
                   tr("This recipe was made by a newer version of the program; please update."),
                   tr("This file is not a recipe: its field schema should be {schema}.",
                      {{"schema", recipe_schema}}));
}

}  // namespace mediaedit::internal
