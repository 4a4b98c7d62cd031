// How values of one type stand in JSON.
#pragma once

#include "json/json_fields.hpp"
#include "json/json_path.hpp"
#include "json/rules.hpp"
#include "json/words.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <type_traits>
#include <variant>
#include <vector>

namespace mediaedit::internal {

/// Specialise it for a struct: json/description.hpp.
template <class Type>
struct Described;

/// Where a document is read from.
struct ReadContext {
    const std::filesystem::path* folder = nullptr;        ///< where relative names begin
    std::vector<std::filesystem::path>* named = nullptr;  ///< gets the files that it names

    /// The file that a text field names. Errors: bad_recipe without a folder.
    [[nodiscard]] std::filesystem::path named_file(const nlohmann::json& json,
                                                   const std::string& path) const;
    /// `file` as seen from the folder.
    [[nodiscard]] std::string seen(const std::string& file) const;
};

/// `file` as seen from `folder`; empty ones and those that hold the picture ("data:...") stay.
std::string seen_from(const std::filesystem::path& folder, const std::string& file);

/// A value that is none of its enumeration. Errors: bad_recipe.
[[noreturn]] void unknown_choice(const std::string& choices, const JsonPath& path);

/// What is checked: sizes of lists, or everything else.
enum class Checked { counts, values };

/// Specialisations have:
///     static void read(const json&, Type&, const std::string& path, const ReadContext&)
///     static ordered_json write(const Type&)
///     static void check(const Type&, const JsonPath&, Checked)
///     static ordered_json schema()
/// Errors: bad_recipe with the path.
template <class Type>
struct Codec;

/// For types without rules of their own.
template <class Type>
struct PlainCodec {
    static nlohmann::ordered_json write(const Type& value) { return value; }
    static void check(const Type&, const JsonPath&, Checked) {}
};

template <>
struct Codec<bool> : PlainCodec<bool> {
    static void read(const nlohmann::json& json, bool& value, const std::string& path,
                     const ReadContext&) {
        if (!json.is_boolean()) Fields::wrong_type(path, "true, false");
        value = json.get<bool>();
    }
    static nlohmann::ordered_json schema() { return {{"type", "boolean"}}; }
};

template <>
struct Codec<int> : PlainCodec<int> {
    static void read(const nlohmann::json& json, int& value, const std::string& path,
                     const ReadContext&) {
        value = Fields::whole_number(json, path);
    }
    static nlohmann::ordered_json schema() { return {{"type", "integer"}}; }
};

template <>
struct Codec<double> : PlainCodec<double> {
    static void read(const nlohmann::json& json, double& value, const std::string& path,
                     const ReadContext&) {
        value = Fields::number(json, path);
    }
    static nlohmann::ordered_json schema() { return {{"type", "number"}}; }
};

template <>
struct Codec<std::string> : PlainCodec<std::string> {
    static void read(const nlohmann::json& json, std::string& value, const std::string& path,
                     const ReadContext&) {
        value = Fields::text(json, path);
    }
    static nlohmann::ordered_json schema() { return {{"type", "string"}}; }
};

/// The name of a file, as seen from the document's folder.
template <>
struct Codec<std::filesystem::path> : PlainCodec<std::filesystem::path> {
    static void read(const nlohmann::json& json, std::filesystem::path& value,
                     const std::string& path, const ReadContext& context) {
        value = context.seen(Fields::text(json, path));
    }
    static nlohmann::ordered_json write(const std::filesystem::path& value) {
        return value.string();
    }
    static nlohmann::ordered_json schema() { return {{"type", "string"}}; }
};

/// Errors: bad_recipe with `path`.
template <class Enum>
Enum read_word(const nlohmann::json& value, const std::string& path) {
    const auto word = Fields::text(value, path);
    if (const auto found = value_of<Enum>(word)) return *found;
    wrong_choice(word, words_of<Enum>(), path);
}

template <class Enum>
requires std::is_enum_v<Enum>
struct Codec<Enum> {
    static void read(const nlohmann::json& json, Enum& value, const std::string& path,
                     const ReadContext&) {
        value = read_word<Enum>(json, path);
    }
    static nlohmann::ordered_json write(Enum value) { return word_of(value); }
    /// A value made by a program may be none of the enumeration.
    static void check(Enum value, const JsonPath& path, Checked checked) {
        if (checked == Checked::values && word_of(value).empty())
            unknown_choice(words_of<Enum>(), path);
    }
    static nlohmann::ordered_json schema() {
        nlohmann::ordered_json words;
        for (const auto& [word, value] : WordsOf<Enum>::table) words.push_back(word);
        return {{"enum", words}};
    }
};

template <class Type>
struct Codec<std::optional<Type>> {
    static void read(const nlohmann::json& json, std::optional<Type>& value,
                     const std::string& path, const ReadContext& context) {
        Codec<Type>::read(json, value.emplace(), path, context);
    }
    static nlohmann::ordered_json write(const std::optional<Type>& value) {
        return Codec<Type>::write(*value);
    }
    static void check(const std::optional<Type>& value, const JsonPath& path, Checked checked) {
        if (value) Codec<Type>::check(*value, path, checked);
    }
    static nlohmann::ordered_json schema() { return Codec<Type>::schema(); }
};

template <class Type>
struct Codec<std::vector<Type>> {
    static void read(const nlohmann::json& json, std::vector<Type>& values, const std::string& path,
                     const ReadContext& context) {
        if (!json.is_array()) Fields::wrong_type(path, "[...]");
        values.clear();
        values.reserve(json.size());
        for (std::size_t i = 0; i < json.size(); ++i)
            Codec<Type>::read(json[i], values.emplace_back(), item_path(path, i), context);
    }
    static nlohmann::ordered_json write(const std::vector<Type>& values) {
        auto json = nlohmann::ordered_json::array();
        for (const auto& value : values) json.push_back(Codec<Type>::write(value));
        return json;
    }
    static void check(const std::vector<Type>& values, const JsonPath& path, Checked checked) {
        for (std::size_t i = 0; i < values.size(); ++i)
            Codec<Type>::check(values[i], {path, i}, checked);
    }
    static nlohmann::ordered_json schema() {
        return {{"type", "array"}, {"items", Codec<Type>::schema()}};
    }
};

/// A list whose order means nothing.
template <class Type>
struct Codec<std::set<Type>> {
    static void read(const nlohmann::json& json, std::set<Type>& values, const std::string& path,
                     const ReadContext& context) {
        std::vector<Type> list;
        Codec<std::vector<Type>>::read(json, list, path, context);
        values = {list.begin(), list.end()};
    }
    static void check(const std::set<Type>&, const JsonPath&, Checked) {}
    static nlohmann::ordered_json schema() { return Codec<std::vector<Type>>::schema(); }
};

template <class Type>
struct Codec<std::map<std::string, Type>> {
    static void read(const nlohmann::json& json, std::map<std::string, Type>& values,
                     const std::string& path, const ReadContext& context) {
        if (!json.is_object()) Fields::wrong_type(path, "{...}");
        values.clear();
        for (const auto& [name, value] : json.items())
            Codec<Type>::read(value, values[name], path + "." + name, context);
    }
    static nlohmann::ordered_json write(const std::map<std::string, Type>& values) {
        auto json = nlohmann::ordered_json::object();
        for (const auto& [name, value] : values) json[name] = Codec<Type>::write(value);
        return json;
    }
    static void check(const std::map<std::string, Type>& values, const JsonPath& path,
                      Checked checked) {
        for (const auto& [name, value] : values) Codec<Type>::check(value, {path, name}, checked);
    }
    static nlohmann::ordered_json schema() {
        return {{"type", "object"}, {"additionalProperties", Codec<Type>::schema()}};
    }
};

/// The field "kind" says which alternative it is.
template <class... Types>
struct Codec<std::variant<Types...>> {
    using Variant = std::variant<Types...>;

    static void read(const nlohmann::json& json, Variant& value, const std::string& path,
                     const ReadContext& context) {
        Fields fields(json, path);
        const auto kind = Fields::text(fields.need("kind"), fields.path_of("kind"));
        const bool known = (try_one<Types>(kind, json, value, path, context) || ...);
        if (known) return;
        std::string kinds;
        ((kinds += (kinds.empty() ? "" : ", ") + std::string(Described<Types>::kind)), ...);
        wrong_choice(kind, kinds, fields.path_of("kind"));
    }
    static nlohmann::ordered_json write(const Variant& value) {
        return std::visit([]<class Type>(const Type& one) { return Codec<Type>::write(one); },
                          value);
    }
    static void check(const Variant& value, const JsonPath& path, Checked checked) {
        std::visit([&]<class Type>(const Type& one) { Codec<Type>::check(one, path, checked); },
                   value);
    }
    static nlohmann::ordered_json schema() { return {{"oneOf", {Codec<Types>::schema()...}}}; }

private:
    template <class Type>
    static bool try_one(const std::string& kind, const nlohmann::json& json, Variant& value,
                        const std::string& path, const ReadContext& context) {
        if (kind != Described<Type>::kind) return false;
        Codec<Type>::read(json, value.template emplace<Type>(), path, context);
        return true;
    }
};

}  // namespace mediaedit::internal
