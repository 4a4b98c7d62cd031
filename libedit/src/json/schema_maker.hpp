// Makes a JSON Schema of the fields that a description names.
#pragma once

#include "json/codec.hpp"
#include "json/field_visitor.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

namespace mediaedit::internal {

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
        auto own = std::move(schema_["properties"][name]);
        nlohmann::ordered_json nothing{{"type", "null"}};
        auto& either = schema_["properties"][name] = nlohmann::ordered_json::object();
        either["anyOf"] = nlohmann::ordered_json::array();
        either["anyOf"].push_back(std::move(own));
        either["anyOf"].push_back(std::move(nothing));
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

}  // namespace mediaedit::internal
