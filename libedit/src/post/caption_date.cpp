// Dates as people type them and as captions say them.
#include "post/caption_date.hpp"

#include "post/typed_tokens.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace mediaedit::internal {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

constexpr std::array<const char*, 7> days_id{"Minggu", "Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu"};
constexpr std::array<const char*, 7> days_en{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
constexpr std::array<const char*, 12> months_id{"Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November", "Desember"};
constexpr std::array<const char*, 12> months_en{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"};

/// What else people write, in small letters; the names above and their first three letters are known anyway.
struct OtherName {
    const char* name;
    unsigned number;
};
constexpr std::array<OtherName, 3> other_days{{{"ahad", 0}, {"jum'at", 5}, {"jumaat", 5}}};
constexpr std::array<OtherName, 7> other_months{{{"pebruari", 2}, {"peb", 2}, {"agt", 8}, {"ags", 8}, {"sept", 9}, {"nopember", 11}, {"nop", 11}}};

template <std::size_t count, std::size_t others>
std::optional<unsigned> number_of(std::string_view word, const std::array<const char*, count>& one, const std::array<const char*, count>& other,
                                  unsigned first, const std::array<OtherName, others>& more) {
    const auto same = [&](std::string_view name) {
        const auto alike = [](char small, char c) { return small == (c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c); };
        return (word.size() == name.size() || word.size() == 3) && std::equal(word.begin(), word.end(), name.begin(), alike);
    };
    for (unsigned i = 0; i < count; ++i)
        if (same(one[i]) || same(other[i])) return first + i;
    for (const auto& [name, number] : more)
        if (word == name) return number;
    return std::nullopt;
}

std::optional<unsigned> weekday_number(const TypedToken& token) { return token.kind == TypedToken::Kind::word ? number_of(token.text, days_id, days_en, 0, other_days) : std::nullopt; }
std::optional<unsigned> month_number(const TypedToken& token) { return token.kind == TypedToken::Kind::word ? number_of(token.text, months_id, months_en, 1, other_months) : std::nullopt; }

/// One end of a range: "12" and "12 Mei" get what they lack from the other end.
struct Part {
    std::optional<unsigned> weekday{};
    int day = -1, month = -1, year = -1;
};

int as_year(const TypedToken& token) {
    if (token.text.size() == 4) return token.value();
    return token.text.size() == 2 && token.value() >= 0 ? 2000 + token.value() : -1;
}

bool take_date_signs(TypedTokenReader& tokens, Part& part) {
    const auto& sign = tokens.peek(1);
    if (!(sign.is("-") || sign.is("/") || sign.is(".")) || !tokens.peek(3).is(sign.text)) return false;
    const auto &first = tokens.peek(), &second = tokens.peek(2), &third = tokens.peek(4);
    if (second.value() < 0 || third.value() < 0) return false;
    part.month = second.value();
    if (first.text.size() == 4 && third.text.size() <= 2) {
        part.year = first.value();
        part.day = third.value();
    } else {
        part.day = first.value();
        part.year = as_year(third);
    }
    for (int i = 0; i < 5; ++i) tokens.take();
    return true;
}

std::optional<Part> take_part(TypedTokenReader& tokens) {
    Part part;
    if ((part.weekday = weekday_number(tokens.peek()))) {
        tokens.take();
        tokens.take_if(",");
    }
    if (const auto name = month_number(tokens.peek())) {  // May 12, 2026
        tokens.take();
        part.month = static_cast<int>(*name);
        part.day = tokens.take().value();
        tokens.take_if(",");
        if (tokens.peek().text.size() == 4) part.year = as_year(tokens.take());
        return part;
    }
    if (tokens.peek().value() < 0) return std::nullopt;
    if (take_date_signs(tokens, part)) return part;
    part.day = tokens.take().value();
    if (const auto name = month_number(tokens.peek())) {
        tokens.take();
        part.month = static_cast<int>(*name);
        if (tokens.peek().text.size() == 4) part.year = as_year(tokens.take());
    }
    return part;
}

std::optional<year_month_day> day_of(const Part& part) {
    if (part.day < 1 || part.month < 1 || part.year < 1900 || part.year > 2200) return std::nullopt;
    const year_month_day date{year(part.year), month(static_cast<unsigned>(part.month)), day(static_cast<unsigned>(part.day))};
    if (!date.ok()) return std::nullopt;
    if (part.weekday && weekday(std::chrono::sys_days(date)).c_encoding() != *part.weekday) return std::nullopt;
    return date;
}

std::string number(unsigned value) { return std::to_string(value); }
std::string day_number(year_month_day date) { return number(static_cast<unsigned>(date.day())); }
std::string month_name(year_month_day date, bool english) { return (english ? months_en : months_id).at(static_cast<unsigned>(date.month()) - 1); }
std::string year_number(year_month_day date) { return std::to_string(static_cast<int>(date.year())); }

}  // namespace

std::optional<TypedDate> read_date(std::string_view text) {
    const auto all = typed_tokens(text);
    TypedTokenReader tokens(all);
    auto first = take_part(tokens);
    if (!first) return std::nullopt;
    if (tokens.at_end()) {
        const auto only = day_of(*first);
        return only ? std::optional(TypedDate{*only, *only}) : std::nullopt;
    }
    // 2026-05-12/2026-05-14 is how ISO 8601 writes it.
    if (!tokens.take_until() && !tokens.take_if("/")) return std::nullopt;
    const auto second = take_part(tokens);
    if (!second || !tokens.at_end()) return std::nullopt;
    if (first->month < 0) first->month = second->month;
    if (first->year < 0) first->year = second->year;
    const auto from = day_of(*first), to = day_of(*second);
    return from && to && *from <= *to ? std::optional(TypedDate{*from, *to}) : std::nullopt;
}

std::string date_in_words(const TypedDate& date, std::string_view language) {
    const bool english = language == "en";
    const auto& [first, last] = date;
    const auto whole = day_number(last) + " " + month_name(last, english) + " " + year_number(last);
    if (first == last) return (english ? days_en : days_id).at(weekday(std::chrono::sys_days(first)).c_encoding()) + std::string(", ") + whole;
    if (first.year() != last.year()) return day_number(first) + " " + month_name(first, english) + " " + year_number(first) + (english ? " to " : " s.d. ") + whole;
    if (first.month() != last.month()) return day_number(first) + " " + month_name(first, english) + (english ? " to " : " s.d. ") + whole;
    return day_number(first) + "–" + whole;
}

std::string iso_date(year_month_day day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

}  // namespace mediaedit::internal
