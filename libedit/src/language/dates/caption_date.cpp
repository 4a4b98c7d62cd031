// Dates as people type them and as captions write them.
#include "language/dates/caption_date.hpp"

#include "language/dates/dates.hpp"

#include <array>
#include <cstdio>

namespace mediaedit::internal {
namespace {

using std::chrono::day;
using std::chrono::month;
using std::chrono::weekday;
using std::chrono::year;
using std::chrono::year_month_day;

/// One end of a range. "12" and "12 Mei" take the missing month and year from the other end.
struct End {
    std::optional<WeekdayWord> weekday{};
    int first_day = 0;  ///< of "12-14 Mei 2026"
    int day = 0, month = 0, year = 0;
};

/// Reads one end at a token; `at` becomes the first token behind it.
std::optional<End> take_end(const CaptionText& text, std::size_t& at) {
    End end;
    if (text.is_word(at) && (end.weekday = weekday_of(text.lower(text.token(at)), true))) {
        ++at;
        if (text.is_mark(at, U',')) ++at;
    }
    if (const auto date = date_at(text, at, DateContext::answer)) {
        end.first_day = date->first_day;
        end.day = date->day;
        end.month = date->month;
        end.year = date->year;
        at = date->end_token;
        return end;
    }
    constexpr int last_day = 31;
    if (text.value(at) < 1 || text.value(at) > last_day) return std::nullopt;
    end.day = text.value(at++);
    return end;
}

/// The day, if it exists and has that weekday.
std::optional<year_month_day> day_of(int day_number, const End& end,
                                     const std::optional<WeekdayWord>& named) {
    if (day_number < 1 || end.month < 1 || end.year < 1) return std::nullopt;
    const year_month_day date{year(end.year), month(static_cast<unsigned>(end.month)),
                              day(static_cast<unsigned>(day_number))};
    if (!date.ok()) return std::nullopt;
    if (named &&
        static_cast<int>(weekday(std::chrono::sys_days(date)).c_encoding()) != named->from_sunday)
        return std::nullopt;
    return date;
}

std::optional<TypedDate> from_to(const std::optional<year_month_day>& from,
                                 const std::optional<year_month_day>& to) {
    return from && to && *from <= *to ? std::optional(TypedDate{*from, *to}) : std::nullopt;
}

std::string number(unsigned value) { return std::to_string(value); }
std::string day_number(year_month_day date) { return number(static_cast<unsigned>(date.day())); }
std::string month_name(year_month_day date, bool english) {
    return to_utf8(
        internal::month_name(static_cast<int>(static_cast<unsigned>(date.month())), english));
}
std::string year_number(year_month_day date) {
    return std::to_string(static_cast<int>(date.year()));
}

}  // namespace

std::optional<TypedDate> read_date(std::string_view typed) {
    // In bytes. "Selasa, 30 September 2026 sampai dengan Kamis, 1 Oktober 2026" has 62.
    constexpr std::size_t longest_text = 100;
    if (typed.size() > longest_text) return std::nullopt;
    const CaptionText text(typed);
    std::size_t at = 0;
    auto first = take_end(text, at);
    if (!first) return std::nullopt;
    if (at == text.tokens().size())
        return from_to(
            day_of(first->first_day > 0 ? first->first_day : first->day, *first, first->weekday),
            day_of(first->day, *first, first->first_day > 0 ? std::nullopt : first->weekday));
    // ISO 8601: 2026-05-12/2026-05-14.
    const auto behind = text.is_mark(at, U'/') ? at + 1 : behind_until(text, at);
    if (behind == at) return std::nullopt;
    at = behind;
    const auto second = take_end(text, at);
    if (!second || at != text.tokens().size() || first->first_day > 0 || second->first_day > 0)
        return std::nullopt;
    if (first->month == 0) first->month = second->month;
    if (first->year == 0) first->year = second->year;
    return from_to(day_of(first->day, *first, first->weekday),
                   day_of(second->day, *second, second->weekday));
}

std::string date_in_words(const TypedDate& date, std::string_view language) {
    const bool english = language == "en";
    const auto& [first, last] = date;
    const auto whole = day_number(last) + " " + month_name(last, english) + " " + year_number(last);
    if (first == last)
        return to_utf8(weekday_name(
                   static_cast<int>(weekday(std::chrono::sys_days(first)).c_encoding()), english)) +
               ", " + whole;
    if (first.year() != last.year())
        return day_number(first) + " " + month_name(first, english) + " " + year_number(first) +
               (english ? " to " : " s.d. ") + whole;
    if (first.month() != last.month())
        return day_number(first) + " " + month_name(first, english) +
               (english ? " to " : " s.d. ") + whole;
    return day_number(first) + "–" + whole;
}

std::string iso_date(year_month_day day) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%04d-%02u-%02u", static_cast<int>(day.year()),
                  static_cast<unsigned>(day.month()), static_cast<unsigned>(day.day()));
    return text.data();
}

}  // namespace mediaedit::internal
