// Checks the fields that a description names, by their rules.
#pragma once

#include "json/codec.hpp"
#include "json/field_visitor.hpp"
#include "json/json_path.hpp"

#include <functional>
#include <type_traits>

namespace mediaedit::internal {

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

}  // namespace mediaedit::internal
