// Writes the fields that a description names.
#pragma once

#include "json/codec.hpp"
#include "json/field_visitor.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <type_traits>
#include <utility>

namespace mediaedit::internal {

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

}  // namespace mediaedit::internal
