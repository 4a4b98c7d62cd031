// Fields that the files of a post share.
#include "village/post_fields.hpp"

#include <filesystem>

namespace mediaedit::internal {

std::vector<std::string> read_texts(const nlohmann::json& json, const std::string& path) {
    if (!json.is_array()) Fields::wrong_type(path, "[\"...\"]");
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < json.size(); ++i)
        texts.push_back(Fields::text(json[i], path + "[" + std::to_string(i) + "]"));
    return texts;
}

std::string seen_from(const std::filesystem::path& folder, const std::string& file) {
    if (file.empty() || file.starts_with("data:") || std::filesystem::path(file).is_absolute())
        return file;
    return (folder / file).string();
}

}  // namespace mediaedit::internal
