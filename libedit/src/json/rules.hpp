// What a field's value must fulfil: checked, and written into the schema.
#pragma once

#include "json/json_path.hpp"

#include <nlohmann/json.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// Errors: bad_recipe with the path.
[[noreturn]] void fail_at(const JsonPath& path, std::string message);

/// A number from `least` to `most`. Not finite numbers are outside.
struct Between {
    double least, most;
    /// Errors: bad_recipe.
    void check(double value, const JsonPath& path) const;
    void describe(nlohmann::ordered_json& schema) const;
};

/// A list or map that can be worked through in reasonable time.
struct AtMost {
    std::size_t count;
    /// Errors: bad_recipe.
    template <class Entries>
    void check(const Entries& entries, const JsonPath& path) const {
        check_count(entries.size(), path);
    }
    void describe(nlohmann::ordered_json& schema) const;

private:
    void check_count(std::size_t size, const JsonPath& path) const;
};

/// A list with entries, but not more than `most`.
struct Entries {
    std::size_t most;
    /// Errors: bad_recipe.
    template <class List>
    void check(const List& list, const JsonPath& path) const {
        check_count(list.size(), path);
    }
    void describe(nlohmann::ordered_json& schema) const;

private:
    void check_count(std::size_t size, const JsonPath& path) const;
};

/// Text in UTF-8 without a zero byte, as Pango and C's functions take it.
struct Letters {
    /// Errors: bad_recipe.
    static void check(const std::string& text, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema) { schema["type"] = "string"; }
};

/// The name of a file: any bytes but a zero byte.
struct FileName {
    /// Errors: bad_recipe.
    static void check(const std::string& file, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema) { schema["type"] = "string"; }
};

/// One line of text: not empty, at most 1000 bytes, no control characters.
struct OneLine {
    /// Errors: bad_recipe.
    static void check(std::string_view text, const JsonPath& path);
    static void describe(nlohmann::ordered_json& schema) { schema["minLength"] = 1; }
};

/// An id that becomes part of file names: a-z, 0-9, - and _, at most 64, not beginning with -.
struct PlainId {
    std::string_view example;
    /// Errors: bad_recipe.
    void check(std::string_view id, const JsonPath& path) const;
    static void describe(nlohmann::ordered_json& schema) {
        schema["pattern"] = "^[a-z0-9_][a-z0-9_-]{0,63}$";
    }
};

/// One of these words.
struct OneOf {
    std::span<const std::string_view> words;
    /// Errors: bad_recipe.
    void check(std::string_view word, const JsonPath& path) const;
    void describe(nlohmann::ordered_json& schema) const;
};

/// A rule for each entry of a list.
template <class Rule>
struct Each {
    Rule rule;
    template <class List>
    void check(const List& list, const JsonPath& path) const {
        for (std::size_t i = 0; i < list.size(); ++i) rule.check(list[i], {path, i});
    }
    void describe(nlohmann::ordered_json& schema) const { rule.describe(schema["items"]); }
};
template <class Rule>
Each(Rule) -> Each<Rule>;

/// Words for the schema's reader; nothing is checked.
struct About {
    std::string_view words;
    template <class Value>
    static void check(const Value&, const JsonPath&) {}
    void describe(nlohmann::ordered_json& schema) const { schema["description"] = words; }
};

}  // namespace mediaedit::internal
