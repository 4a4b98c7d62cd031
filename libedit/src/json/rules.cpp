// What a field's value must fulfil.
#include "json/rules.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "json/json_fields.hpp"

#include <glib.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace mediaedit::internal {
namespace {

constexpr std::size_t max_line_bytes = 1000;

std::string shown(double number) {
    std::array<char, 32> text{};
    const auto end = std::to_chars(text.data(), text.data() + text.size(), number,
                                   std::chars_format::general, 15)
                         .ptr;
    return {text.data(), end};
}

bool is_control(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; }

}  // namespace

void fail_at(const JsonPath& path, std::string message) {
    fail(ErrorCode::bad_recipe, std::move(message), path.text());
}

void Between::check(double value, const JsonPath& path) const {
    if (std::isfinite(value) && value >= least && value <= most) return;
    fail_at(path, tr("The field {field} must lie between {least} and {most}.",
                     {{"field", path.text()}, {"least", shown(least)}, {"most", shown(most)}}));
}

void Between::describe(nlohmann::ordered_json& schema) const {
    schema["minimum"] = least;
    schema["maximum"] = most;
}

void AtMost::check_count(std::size_t size, const JsonPath& path) const {
    if (size <= count) return;
    fail_at(path, tr("The field {field} holds {count} entries; at most {most} can be used.",
                     {{"field", path.text()},
                      {"count", std::to_string(size)},
                      {"most", std::to_string(count)}}));
}

void AtMost::describe(nlohmann::ordered_json& schema) const {
    schema[schema["type"] == "object" ? "maxProperties" : "maxItems"] = count;
}

void Entries::check_count(std::size_t size, const JsonPath& path) const {
    if (size == 0 || size > most) Fields::wrong_type(path.text(), "[...]");
}

void Entries::describe(nlohmann::ordered_json& schema) const {
    schema["minItems"] = 1;
    schema["maxItems"] = most;
}

void Letters::check(const std::string& text, const JsonPath& path) {
    if (text.find('\0') == text.npos &&
        g_utf8_validate(text.data(), static_cast<gssize>(text.size()), nullptr))
        return;
    fail_at(
        path,
        tr("The text {field} holds bytes that are no letters (it must be UTF-8); type it again.",
           {{"field", path.text()}}));
}

void FileName::check(const std::string& file, const JsonPath& path) {
    if (file.find('\0') == file.npos) return;
    fail_at(path, tr("The file {field} has a name that no file can have; write it anew.",
                     {{"field", path.text()}}));
}

void OneLine::check(std::string_view text, const JsonPath& path) {
    if (!text.empty() && text.size() <= max_line_bytes && std::ranges::none_of(text, is_control))
        return;
    fail_at(path, tr("The field {field} must be one line of text, neither empty nor very long.",
                     {{"field", path.text()}}));
}

void PlainId::check(std::string_view id, const JsonPath& path) const {
    const bool plain =
        !id.empty() && id.size() <= 64 && id.front() != '-' && std::ranges::all_of(id, [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
        });
    if (!plain) Fields::wrong_type(path.text(), example);
}

void OneOf::check(std::string_view word, const JsonPath& path) const {
    if (std::ranges::find(words, word) != words.end()) return;
    std::string all;
    for (const auto choice : words) (all += all.empty() ? "" : ", ") += choice;
    wrong_choice(std::string(word), all, path.text());
}

void OneOf::describe(nlohmann::ordered_json& schema) const {
    schema.erase("type");
    schema["enum"] = words;
}

}  // namespace mediaedit::internal
