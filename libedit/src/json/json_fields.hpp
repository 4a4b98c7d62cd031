// Taking a JSON object apart field by field: each wrong one is named, each unknown one too.
#pragma once

#include "base/failure.hpp"
#include "base/message.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>
#include <filesystem>
#include <set>
#include <string>
#include <utility>

namespace mediaedit::internal {

/// One object of a data file. Ask for fields, then call `done`.
///
///     Fields fields(json, "canvas");
///     fields.read("width", canvas.size.width);   // absent: unchanged
///     fields.done();                             // error when a field was not asked for
class Fields {
public:
    /// Errors: bad_recipe when `json` is no object.
    Fields(const nlohmann::json& json, std::string path) : json_(json), path_(std::move(path)) {
        if (!json_.is_object()) wrong_type(path_, "{...}");
    }

    [[nodiscard]] std::string path_of(const std::string& name) const {
        return path_.empty() ? name : path_ + "." + name;
    }

    /// The field, or null when absent.
    const nlohmann::json* find(const std::string& name) {
        asked_.insert(name);
        const auto found = json_.find(name);
        return found == json_.end() ? nullptr : &*found;
    }

    /// As find. Errors: bad_recipe when absent.
    const nlohmann::json& need(const std::string& name) {
        const auto* found = find(name);
        if (!found) missing(path_of(name));
        return *found;
    }

    void read(const std::string& name, std::string& value) {
        if (const auto* field = find(name)) value = text(*field, path_of(name));
    }
    void read(const std::string& name, bool& value) {
        if (const auto* field = find(name)) {
            if (!field->is_boolean()) wrong_type(path_of(name), "true, false");
            value = field->get<bool>();
        }
    }
    void read(const std::string& name, double& value) {
        if (const auto* field = find(name)) value = number(*field, path_of(name));
    }
    void read(const std::string& name, int& value) {
        if (const auto* field = find(name)) value = whole_number(*field, path_of(name));
    }

    static std::string text(const nlohmann::json& json, const std::string& path) {
        if (!json.is_string()) wrong_type(path, "\"...\"");
        auto text = json.get<std::string>();
        // C's functions read up to it, so names and sentences would lose their end.
        if (text.find('\0') != text.npos) wrong_type(path, "\"...\"");
        return text;
    }
    static double number(const nlohmann::json& json, const std::string& path) {
        if (!json.is_number()) wrong_type(path, "0.5");
        return json.get<double>();
    }
    static int whole_number(const nlohmann::json& json, const std::string& path) {
        if (!json.is_number_integer()) wrong_type(path, "1080");
        const auto value = json.get<std::int64_t>();
        if (value < -1'000'000'000 || value > 1'000'000'000) wrong_type(path, "1080");
        return static_cast<int>(value);
    }

    void done() const {
        for (const auto& [name, value] : json_.items())
            if (!asked_.contains(name)) unknown(path_of(name));
    }

    [[noreturn]] static void unknown(const std::string& path) {
        fail(ErrorCode::bad_recipe,
             tr("The field {field} is not known here; check its spelling.", {{"field", path}}),
             path);
    }
    [[noreturn]] static void missing(const std::string& path) {
        fail(ErrorCode::bad_recipe, tr("The field {field} is missing.", {{"field", path}}), path);
    }
    [[noreturn]] static void wrong_type(const std::string& path, std::string_view example) {
        if (path.empty())
            fail(ErrorCode::bad_recipe, tr("This is no JSON object; it should look like {example}.",
                                           {{"example", example}}));
        fail(ErrorCode::bad_recipe,
             tr("The field {field} has the wrong form; it should look like {example}.",
                {{"field", path}, {"example", example}}),
             path);
    }

private:
    const nlohmann::json& json_;
    std::string path_;
    std::set<std::string> asked_;
};

/// The path of an entry: "items[3]".
inline std::string item_path(const std::string& list, std::size_t index) {
    return list + "[" + std::to_string(index) + "]";
}

/// A word that is none of `choices`. Errors: bad_recipe.
[[noreturn]] void wrong_choice(const std::string& word, const std::string& choices,
                               const std::string& path);

/// Requires the field "schema" of a document to be `wanted`, such as "mediaedit.recipe/1".
/// Errors: bad_recipe; it says whether the document is of another kind or of a newer version.
void require_schema(const nlohmann::json& schema, std::string_view wanted);

/// Parses a whole text. Depth and size are bounded, for files come from strangers.
/// Errors: bad_recipe with the line where it stops being JSON, or with the field that stands twice.
nlohmann::json parse_json(std::string_view text);

/// Runs `read`; its error names the file where it names no field.
template <class Read>
auto reading(const std::filesystem::path& file, Read&& read) {
    try {
        return read();
    } catch (Failure& failure) {
        auto& where = failure.error.where;
        if (where.empty() || where.starts_with("line ")) where = file.string();
        throw;
    }
}

}  // namespace mediaedit::internal
