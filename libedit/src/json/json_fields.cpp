// Errors of JSON fields, and the kind and version of documents.
#include "json/json_fields.hpp"

#include "json/codec.hpp"
#include "json/schema_maker.hpp"

namespace mediaedit::internal {

void wrong_choice(const std::string& word, const std::string& choices, const std::string& path) {
    fail(ErrorCode::bad_recipe,
         tr("{value} is not possible for {field}; choose one of: {choices}.",
            {{"value", word}, {"field", path}, {"choices", choices}}),
         path);
}

void unknown_choice(const std::string& choices, const JsonPath& path) {
    fail(ErrorCode::bad_recipe,
         tr("The field {field} holds a choice that there is not; choose one of: {choices}.",
            {{"field", path.text()}, {"choices", choices}}),
         path.text());
}

void require_schema(const nlohmann::json& schema, std::string_view wanted) {
    const auto name = Fields::text(schema, "schema");
    if (name == wanted) return;
    const bool other_version = name.starts_with(wanted.substr(0, wanted.rfind('/') + 1));
    fail(ErrorCode::bad_recipe,
         other_version ? tr("This file was made by a newer version of the program; please update.")
                       : tr("This file is of another kind: its field schema should be {schema}.",
                            {{"schema", wanted}}),
         "schema", name);
}

std::string schema_file(std::string_view schema) {
    const auto begin = schema.find('.') + 1;
    return std::string(schema.substr(begin, schema.rfind('/') - begin)) + ".schema.json";
}

std::filesystem::path ReadContext::named_file(const nlohmann::json& json,
                                              const std::string& path) const {
    if (!folder) Fields::wrong_type(path, "{...}");
    std::filesystem::path file = seen(Fields::text(json, path));
    if (named) named->push_back(file);
    return file;
}

std::string ReadContext::seen(const std::string& file) const {
    return folder ? seen_from(*folder, file) : file;
}

std::string seen_from(const std::filesystem::path& folder, const std::string& file) {
    if (file.empty() || file.starts_with("data:") || std::filesystem::path(file).is_absolute())
        return file;
    return (folder / file).string();
}

}  // namespace mediaedit::internal
