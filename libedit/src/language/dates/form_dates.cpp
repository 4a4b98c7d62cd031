// Dates as forms and certificates write them.
#include "language/dates/form_dates.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

int roman_month(std::u32string_view lower) {
    constexpr std::array form_months{U"i"sv,   U"ii"sv,   U"iii"sv, U"iv"sv, U"v"sv,  U"vi"sv,
                                U"vii"sv, U"viii"sv, U"ix"sv,  U"x"sv,  U"xi"sv, U"xii"sv};
    const auto found = std::find(form_months.begin(), form_months.end(), lower);
    return found == form_months.end() ? 0 : static_cast<int>(found - form_months.begin()) + 1;
}

bool is_day_and_month(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

struct Years {
    int first, last;
    [[nodiscard]] bool has(int year) const { return year >= first && year <= last; }
};

FoundDate date_of(const CaptionText& text, std::size_t index, std::size_t end) {
    FoundDate date;
    date.place = text.span(index, end);
    date.token = index;
    date.end_token = end;
    return date;
}

/// "12081985", "120885", "19850812"
std::optional<FoundDate> date_in_one(const CaptionText& text, std::size_t index, Years years) {
    const auto at = text.token(index).begin;
    const auto two = [&](std::size_t from) {
        return static_cast<int>((text.at(at + from) - U'0') * 10 + (text.at(at + from + 1) - U'0'));
    };
    const auto size = text.length(index);
    if ((size != 6 && size != 8) || is_alphanumeric(text.at(text.token(index).end)))
        return std::nullopt;
    const bool day_first =
        is_day_and_month(two(0), two(2)) && (size == 6 || years.has(two(4) * 100 + two(6)));
    const bool year_first =
        size == 8 && years.has(two(0) * 100 + two(2)) && is_day_and_month(two(6), two(4));
    return day_first || year_first ? std::optional(date_of(text, index, index + 1)) : std::nullopt;
}

/// "12 - 08 - 1985", "12/ 08/ 1985", "12-VIII-1985", "1985-08-12T00:00"
std::optional<FoundDate> spaced_date(const CaptionText& text, std::size_t index, Years years) {
    std::array<int, 3> values{};
    std::array<std::size_t, 3> sizes{};
    std::size_t at = index;
    char32_t separator = 0;
    for (std::size_t part = 0; part < 3; ++part, ++at) {
        const int roman =
            part == 1 && text.is_word(at) ? roman_month(text.lower(text.token(at))) : 0;
        if ((!text.is_number(at) && roman == 0) || !text.same_line(at, index)) return std::nullopt;
        values[part] = roman != 0 ? roman : text.value(at);
        sizes[part] = roman != 0 ? 2 : text.length(at);
        if (part == 2) break;
        const char32_t mark = text.at(text.token(++at).begin);
        if (!text.is_mark(at, U"-/.") || (separator != 0 && mark != separator)) return std::nullopt;
        separator = mark;
        if (part == 1 && text.is_mark(at + 1, U'\'')) ++at;  // "5-5-'70"
    }
    const bool year_first = sizes[0] == 4;
    const int day = year_first ? values[2] : values[0], year = year_first ? values[0] : values[2];
    const auto year_size = year_first ? sizes[0] : sizes[2];
    if (sizes[1] > 2 || sizes[year_first ? 2 : 0] > 2 || !is_day_and_month(day, values[1]) ||
        !(year_size == 2 || (year_size == 4 && years.has(year))))
        return std::nullopt;
    auto date = date_of(text, index, at + 1);
    // The time is part of it.
    auto& end = date.place.end;
    if (text.lower()[end < text.lower().size() ? end : 0] == U't' && is_digit(text.at(end + 1)))
        for (++end; is_digit(text.at(end)) || (text.at(end) == U':' && is_digit(text.at(end + 1)));)
            ++end;
    if (is_alphanumeric(text.at(end))) return std::nullopt;
    date.end_token = text.token_from(end);
    return date;
}

}  // namespace

std::optional<FoundDate> form_date_at(const CaptionText& text, std::size_t index, int first_year,
                                      int last_year) {
    const Years years{first_year, last_year};
    const auto date = date_in_one(text, index, years);
    return date ? date : spaced_date(text, index, years);
}

}  // namespace mediaedit::internal
