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
#include "json/json_fields.hpp"
#include "json/json_path.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// What most visitors do with the rarer kinds of fields.
template <class Self>
class FieldVisitor {
public:
    template <class Member, class... Rules>
    void always(const char* name, Member member, const Rules&... rules) {
        self().field(name, member, rules...);
    }
    template <class Member, class... Rules>
    void needed(const char* name, Member member, const Rules&... rules) {
        self().field(name, member, rules...);
    }
    template <class Member, class Other, class... Rules>
    void needed_unless(const char* name, Member member, Other, const Rules&... rules) {
        self().field(name, member, rules...);
    }
    template <class Member, class... Rules>
    void nullable(const char* name, Member member, const Rules&... rules) {
        self().field(name, member, rules...);
    }
    template <class Member, class... Rules>
    void part(const char* name, Member member, const Rules&... rules) {
        self().field(name, member, rules...);
    }
    template <class Member, class Kind, class Describe>
    void where(Member member, std::initializer_list<Kind> kinds, Describe describe) {
        for (const auto kind : kinds)
            if (std::invoke(member, self().value_) == kind) describe(self());
    }

private:
    Self& self() { return static_cast<Self&>(*this); }
};

template <class Value>
class JsonReader : public FieldVisitor<JsonReader<Value>> {
public:
    friend FieldVisitor<JsonReader>;

    JsonReader(Fields& fields, Value& value, const ReadContext& context)
        : fields_(fields), value_(value), context_(context) {}

    template <class Member, class... Rules>
    void field(const char* name, Member member, const Rules&...) {
        if (const auto* json = fields_.find(name)) read(*json, name, std::invoke(member, value_));
    }
    template <class Member, class... Rules>
    void needed(const char* name, Member member, const Rules&...) {
        read(fields_.need(name), name, std::invoke(member, value_));
    }
    template <class Member, class Other, class... Rules>
    void needed_unless(const char* name, Member member, Other other, const Rules&...) {
        // Other fields must have been read.
        later_.push_back([this, name, member, other] {
            const auto fallback = other(std::as_const(value_));
            if (!fallback) return needed(name, member);
            std::invoke(member, value_) = *fallback;
            field(name, member);
        });
        fields_.find(name);
    }
    template <class Member, class... Rules>
    void nullable(const char* name, Member member, const Rules&...) {
        const auto* json = fields_.find(name);
        if (json && json->is_null()) std::invoke(member, value_).reset();
        else field(name, member);
    }
    template <class Member, class... Rules>
    void part(const char* name, Member member, const Rules&...) {
        const auto* json = fields_.find(name);
        if (!json) return;
        auto& into = std::invoke(member, value_);
        using Part = Described<std::remove_reference_t<decltype(into)>>;
        if (json->is_string()) {
            into = Part::read_file(context_.named_file(*json, fields_.path_of(name)));
        } else {
            read(*json, name, into);
            if (context_.folder) Part::resolve(into, *context_.folder);
        }
    }
    template <class Describe>
    void group(const char* name, Describe describe) {
        const auto* json = fields_.find(name);
        if (!json) return;
        Fields fields(*json, fields_.path_of(name));
        JsonReader reader(fields, value_, context_);
        describe(reader);
        reader.done();
    }

    /// Errors: a field that was not asked for.
    void done() {
        for (const auto& read_now : later_) read_now();
        fields_.done();
    }

private:
    template <class Member>
    void read(const nlohmann::json& json, const char* name, Member& member) {
        Codec<Member>::read(json, member, fields_.path_of(name), context_);
    }

    Fields& fields_;
    Value& value_;
    const ReadContext& context_;
    std::vector<std::function<void()>> later_{};
};

template <class Value>
class JsonWriter : public FieldVisitor<JsonWriter<Value>> {
public:
    friend FieldVisitor<JsonWriter>;

    JsonWriter(nlohmann::ordered_json& json, const Value& value) : json_(json), value_(value) {}

    template <class Member, class... Rules>
    void field(const char* name, Member member, const Rules&...) {
        static const Value standard{};
        if (std::invoke(member, value_) != std::invoke(member, standard)) always(name, member);
    }
    template <class Member, class... Rules>
    void always(const char* name, Member member, const Rules&...) {
        const auto& written = std::invoke(member, value_);
        json_[name] = Codec<std::remove_cvref_t<decltype(written)>>::write(written);
    }
    template <class Member, class... Rules>
    void needed(const char* name, Member member, const Rules&...) {
        always(name, member);
    }
    template <class Member, class Other, class... Rules>
    void needed_unless(const char* name, Member member, Other other, const Rules&...) {
        const auto fallback = other(value_);
        if (!fallback || *fallback != std::invoke(member, value_)) always(name, member);
    }
    template <class Describe>
    void group(const char* name, Describe describe) {
        auto json = nlohmann::ordered_json::object();
        JsonWriter writer(json, value_);
        describe(writer);
        if (!json.empty()) json_[name] = std::move(json);
    }

private:
    nlohmann::ordered_json& json_;
    const Value& value_;
};

template <class Value>
class JsonChecker : public FieldVisitor<JsonChecker<Value>> {
public:
    friend FieldVisitor<JsonChecker>;

    JsonChecker(const Value& value, const JsonPath& path, Checked checked)
        : value_(value), path_(path), checked_(checked) {}

    template <class Member, class... Rules>
    void field(const char* name, Member member, const Rules&... rules) {
        const auto& checked = std::invoke(member, value_);
        const JsonPath path(path_, name);
        Codec<std::remove_cvref_t<decltype(checked)>>::check(checked, path, checked_);
        (check_rule(rules, checked, path), ...);
    }
    template <class Member, class Other, class... Rules>
    void needed_unless(const char* name, Member member, Other other, const Rules&... rules) {
        // What it takes over is checked where it stands.
        const auto fallback = other(value_);
        if (!fallback || *fallback != std::invoke(member, value_)) field(name, member, rules...);
    }
    template <class Member, class... Rules>
    void part(const char* name, Member member, const Rules&... rules) {
        static const Value standard{};
        if (std::invoke(member, value_) != std::invoke(member, standard))
            field(name, member, rules...);
    }
    template <class Describe>
    void group(const char* name, Describe describe) {
        const JsonPath path(path_, name);
        JsonChecker checker(value_, path, checked_);
        describe(checker);
    }

private:
    template <class Rule, class Member>
    void check_rule(const Rule& rule, const Member& member, const JsonPath& path) const {
        constexpr bool counts = std::is_same_v<Rule, AtMost>;
        if (counts != (checked_ == Checked::counts)) return;
        if constexpr (!requires { member.has_value(); }) rule.check(member, path);
        else if (member) rule.check(*member, path);
    }

    const Value& value_;
    const JsonPath& path_;
    Checked checked_;
};

/// "recipe.schema.json" for "mediaedit.recipe/1".
std::string schema_file(std::string_view schema);

template <class Value>
class SchemaMaker : public FieldVisitor<SchemaMaker<Value>> {
public:
    friend FieldVisitor<SchemaMaker>;

    explicit SchemaMaker(nlohmann::ordered_json& schema) : schema_(schema) {
        schema_["type"] = "object";
        schema_["additionalProperties"] = false;
    }

    template <class Member, class... Rules>
    void field(const char* name, Member member, const Rules&... rules) {
        const auto& standard = std::invoke(member, standard_);
        add(name, standard, rules...);
        using Type = std::remove_cvref_t<decltype(standard)>;
        if constexpr (std::is_arithmetic_v<Type> || std::is_enum_v<Type>)
            schema_["properties"][name]["default"] = Codec<Type>::write(standard);
    }
    template <class Member, class... Rules>
    void needed(const char* name, Member member, const Rules&... rules) {
        add(name, std::invoke(member, standard_), rules...);
        schema_["required"].push_back(name);
    }
    template <class Member, class... Rules>
    void nullable(const char* name, Member member, const Rules&... rules) {
        add(name, std::invoke(member, standard_), rules...);
        auto& whole = schema_["properties"][name];
        whole = {{"anyOf", {whole, {{"type", "null"}}}}};
    }
    template <class Member, class... Rules>
    void part(const char* name, Member member, const Rules&... rules) {
        using Part = Described<std::remove_cvref_t<decltype(std::invoke(member, standard_))>>;
        auto& schema = schema_["properties"][name];
        schema = {{"oneOf", {{{"type", "string"}}, {{"$ref", schema_file(Part::schema)}}}}};
        (rules.describe(schema), ...);
    }
    template <class Describe>
    void group(const char* name, Describe describe) {
        SchemaMaker maker(schema_["properties"][name]);
        describe(maker);
    }
    template <class Member, class Kind, class Describe>
    void where(Member, std::initializer_list<Kind> kinds, Describe describe) {
        auto words = nlohmann::ordered_json::array();
        for (const auto kind : kinds) words.push_back(word_of(kind));
        nlohmann::ordered_json then;
        SchemaMaker maker(then);
        describe(maker);
        then.erase("additionalProperties");
        schema_["allOf"].push_back(
            {{"if", {{"properties", {{"kind", {{"enum", words}}}}}}}, {"then", then}});
        schema_.erase("additionalProperties");
        schema_["unevaluatedProperties"] = false;
    }

private:
    template <class Member, class... Rules>
    void add(const char* name, const Member&, const Rules&... rules) {
        auto schema = Codec<Member>::schema();
        (rules.describe(schema), ...);
        schema_["properties"][name] = std::move(schema);
    }

    nlohmann::ordered_json& schema_;
    Value standard_{};
};

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
