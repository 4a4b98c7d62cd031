// The name and version of the recipe format.
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <string_view>

namespace mediaedit::internal {

constexpr const char* recipe_schema = "mediaedit.recipe/1";

/// Errors: bad_recipe when `schema` names another format, or a version that is newer than this
/// program. Version 1 is the first; when 2 comes, files of 1 are upgraded here, step by step.
void require_schema(const nlohmann::json& schema);

/// The same for any file of ours, `wanted` such as "mediaedit.village/1", with what to say of a
/// newer version and of another format.
void require_schema(const nlohmann::json& schema, std::string_view wanted,
                    std::string_view when_newer, std::string_view when_other);

/// In general words.
void require_schema(const nlohmann::json& schema, std::string_view wanted);

}  // namespace mediaedit::internal
