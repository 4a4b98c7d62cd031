// What the visitors of a description have in common.
#pragma once

#include <functional>
#include <initializer_list>

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

}  // namespace mediaedit::internal
