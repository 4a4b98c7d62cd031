// Facts out of JSON, each with its sources.
#include "placement/placement_facts.hpp"

#include "json/rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>

namespace mediaedit::internal {
namespace {

using nlohmann::json;

/// Beyond 64 bits and with a fraction are the same mistake here.
std::int64_t any_whole_number(const json& value, const std::string& path) {
    const bool fits =
        value.is_number_integer() &&
        !(value.is_number_unsigned() && value.get<std::uint64_t>() > std::uint64_t{INT64_MAX});
    if (!fits) Fields::wrong_type(path, "1080");
    return value.get<std::int64_t>();
}

bool is_date(std::string_view text) {
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return false;
    int year = 0;
    unsigned month = 0, day = 0;
    const auto number = [&](std::size_t at, std::size_t count, auto& value) {
        const auto* end = text.data() + at + count;
        return text[at] != '-' && std::from_chars(text.data() + at, end, value).ptr == end;
    };
    if (!number(0, 4, year) || !number(5, 2, month) || !number(8, 2, day)) return false;
    return std::chrono::year_month_day(std::chrono::year(year), std::chrono::month(month),
                                       std::chrono::day(day))
        .ok();
}

}  // namespace

std::int64_t need_whole_number(Fields& fields, const std::string& name, std::int64_t least,
                               std::int64_t most) {
    const auto value = any_whole_number(fields.need(name), fields.path_of(name));
    Between{static_cast<double>(least), static_cast<double>(most)}.check(
        static_cast<double>(value), JsonPath({}, fields.path_of(name)));
    return value;
}

double need_number(Fields& fields, const std::string& name, double least, double most) {
    const double value = Fields::number(fields.need(name), fields.path_of(name));
    Between{least, most}.check(value, JsonPath({}, fields.path_of(name)));
    return value;
}

std::string need_line(Fields& fields, const std::string& name) {
    const auto path = fields.path_of(name);
    auto text = Fields::text(fields.need(name), path);
    OneLine::check(text, JsonPath({}, path));
    return text;
}

std::vector<std::string> need_words(Fields& fields, const std::string& name,
                                    std::span<const std::string_view> choices) {
    const auto path = fields.path_of(name);
    const auto& list = fields.need(name);
    if (!list.is_array() || list.empty())
        Fields::wrong_type(path, "[\"" + std::string(choices.front()) + "\"]");
    std::vector<std::string> words;
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = item_path(path, i);
        auto word = Fields::text(list[i], at);
        OneOf{choices}.check(word, JsonPath({}, at));
        if (std::find(words.begin(), words.end(), word) != words.end())
            fail(ErrorCode::bad_recipe,
                 tr("{value} stands twice in the placements file.", {{"value", word}}), at);
        words.push_back(std::move(word));
    }
    return words;
}

std::string need_date(Fields& fields, const std::string& name) {
    auto text = Fields::text(fields.need(name), fields.path_of(name));
    if (!is_date(text)) Fields::wrong_type(fields.path_of(name), "2026-11-24");
    return text;
}

void require_confidence(const json& value, const std::string& path) {
    static constexpr std::array<std::string_view, 6> words{"O", "Oq", "S", "U", "C", "M"};
    OneOf{words}.check(Fields::text(value, path), JsonPath({}, path));
}

std::optional<std::int64_t> Facts::whole_number(const std::string& name, std::int64_t least,
                                                std::int64_t most) {
    std::int64_t value = 0;
    const bool has = read(
        name, [&](Fields& fields) { value = need_whole_number(fields, "value", least, most); });
    return has ? std::optional(value) : std::nullopt;
}

void Facts::read_sources(Fields& fields) {
    const auto path = fields.path_of("source");
    const auto& list = fields.need("source");
    if (!list.is_array() || list.empty()) Fields::wrong_type(path, "[\"IG1\"]");
    for (std::size_t i = 0; i < list.size(); ++i) {
        const auto at = item_path(path, i);
        const auto key = Fields::text(list[i], at);
        if (!sources_.known.contains(key))
            fail(ErrorCode::bad_recipe,
                 tr("The source {value} is not in the file's list of sources.", {{"value", key}}),
                 at);
        if (std::find(sources_.named.begin(), sources_.named.end(), key) == sources_.named.end())
            sources_.named.push_back(key);
    }
    if (const auto* confidence = fields.find("confidence"))
        require_confidence(*confidence, fields.path_of("confidence"));
}

}  // namespace mediaedit::internal
