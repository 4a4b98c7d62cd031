// Fields that the files of a post share.
#pragma once

#include "json/json_fields.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// A list of texts. Errors: bad_recipe with the entry's path.
std::vector<std::string> read_texts(const nlohmann::json& json, const std::string& path);

/// `file` as seen from `folder`; addresses with the picture inside and empty ones stay.
std::string seen_from(const std::filesystem::path& folder, const std::string& file);

}  // namespace mediaedit::internal
