// A village's profile as JSON, also inside another file.
#pragma once

#include <mediaedit/village.hpp>

#include <nlohmann/json.hpp>

#include <string>

namespace mediaedit::internal {

/// Errors: bad_recipe; `where` begins with `path`.
Village village_from(const nlohmann::json& json, const std::string& path);

nlohmann::ordered_json json_of(const Village& village);

}  // namespace mediaedit::internal
