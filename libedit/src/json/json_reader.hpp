// Reads the fields that a description names.
#pragma once

#include "json/codec.hpp"
#include "json/field_visitor.hpp"
#include "json/json_fields.hpp"

#include <nlohmann/json.hpp>

#include <functional>
#include <type_traits>
#include <utility>
#include <vector>

namespace mediaedit::internal {

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

}  // namespace mediaedit::internal
