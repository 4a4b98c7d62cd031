// One description of a type makes its JSON: read, written, checked, and the schema.
//
//     template <>
//     struct Described<Adjust> {
//         static void fields(auto& d) {
//             d.field("light", &Adjust::light, Between{-1, 1});
//             d.field("automatic", &Adjust::automatic);
//         }
//     };
//
// A field may be absent, and then the member keeps its default; written JSON leaves defaults out.
// The functions that may stand in `fields`:
//
//     d.field(name, member, rules...)
//     d.always(name, member, rules...)     written even when it has its default
//     d.needed(name, member, rules...)     an error when absent
//     d.needed_unless(name, member, other) absent: what other(value) gives; an error when nothing
//     d.nullable(name, member, rules...)   an optional that null empties
//     d.part(name, member, rules...)       an object, or the name of a file that holds it
//     d.group(name, describe)              members of the same type in an object of their own
//     d.where(member, values, describe)    fields that only some kinds have
//
// `member` is a pointer to member, or a function that takes the value and gives a reference.
// Beside `fields`, Described may have:
//
//     static constexpr const char* schema   "mediaedit.recipe/1": the value is a document
//     static constexpr const char* kind     of an alternative of a variant: its field "kind"
//     static void check(const Type&, const JsonPath&)          rules over several fields
//     static Type read_file(const std::filesystem::path&)      for `part`
//     static void resolve(Type&, const std::filesystem::path&) for `part`: names of files begin in
//                                                              that folder
#pragma once

#include "json/codec.hpp"
#include "json/json_checker.hpp"
#include "json/json_fields.hpp"
#include "json/json_path.hpp"
#include "json/json_reader.hpp"
#include "json/json_writer.hpp"
#include "json/schema_maker.hpp"

#include <nlohmann/json.hpp>

#include <string>

namespace mediaedit::internal {

/// A type that Described describes.
template <class Type>
requires requires { sizeof(Described<Type>); }
struct Codec<Type> {
    using Own = Described<Type>;
    static constexpr bool is_document = requires { Own::schema; };

    static void read(const nlohmann::json& json, Type& value, const std::string& path,
                     const ReadContext& context) {
        Fields fields(json, path);
        if constexpr (is_document) require_schema(fields.need("schema"), Own::schema);
        if constexpr (requires { Own::kind; }) fields.need("kind");
        JsonReader<Type> reader(fields, value, context);
        Own::fields(reader);
        reader.done();
    }

    static nlohmann::ordered_json write(const Type& value) {
        auto json = nlohmann::ordered_json::object();
        if constexpr (is_document) json["schema"] = Own::schema;
        if constexpr (requires { Own::kind; }) json["kind"] = Own::kind;
        JsonWriter<Type> writer(json, value);
        Own::fields(writer);
        return json;
    }

    static void check(const Type& value, const JsonPath& path, Checked checked) {
        JsonChecker<Type> checker(value, path, checked);
        Own::fields(checker);
        if constexpr (requires { Own::check(value, path); })
            if (checked == Checked::values) Own::check(value, path);
    }

    static nlohmann::ordered_json schema() {
        nlohmann::ordered_json schema;
        SchemaMaker<Type> maker(schema);
        const auto constant = [&](const char* name, const char* word) {
            schema["properties"][name] = {{"const", word}};
            schema["required"].push_back(name);
        };
        if constexpr (is_document) constant("schema", Own::schema);
        if constexpr (requires { Own::kind; }) constant("kind", Own::kind);
        Own::fields(maker);
        return schema;
    }
};

/// Reads a document and checks it. Errors: bad_recipe; `where` is the field's path.
template <class Type>
Type read_document(const nlohmann::json& json, const ReadContext& context = {}) {
    Type value{};
    Codec<Type>::read(json, value, "", context);
    Codec<Type>::check(value, {}, Checked::counts);
    Codec<Type>::check(value, {}, Checked::values);
    return value;
}

/// The canonical text: the described order, defaults left out. Bytes that are not UTF-8 are
/// replaced.
template <class Type>
std::string write_document(const Type& value) {
    return Codec<Type>::write(value).dump(2, ' ', false,
                                          nlohmann::ordered_json::error_handler_t::replace) +
           "\n";
}

}  // namespace mediaedit::internal
