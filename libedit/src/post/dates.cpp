// Dates and days of the week in a text.
#include "post/dates.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

struct MonthName {
    std::u32string_view name;
    int month;
};
constexpr std::array<MonthName, 43> month_names{{{U"januari", 1}, {U"jan", 1}, {U"january", 1}, {U"februari", 2}, {U"feb", 2}, {U"february", 2}, {U"pebruari", 2}, {U"peb", 2}, {U"maret", 3}, {U"mar", 3}, {U"march", 3}, {U"april", 4}, {U"apr", 4}, {U"mei", 5}, {U"may", 5}, {U"juni", 6}, {U"jun", 6}, {U"june", 6}, {U"juli", 7}, {U"jul", 7}, {U"july", 7}, {U"agustus", 8}, {U"agu", 8}, {U"agt", 8}, {U"ags", 8}, {U"agst", 8}, {U"aug", 8}, {U"august", 8}, {U"september", 9}, {U"sep", 9}, {U"sept", 9}, {U"oktober", 10}, {U"okt", 10}, {U"oct", 10}, {U"october", 10}, {U"november", 11}, {U"nopember", 11}, {U"nov", 11}, {U"nop", 11}, {U"desember", 12}, {U"des", 12}, {U"dec", 12}, {U"december", 12}}};

struct Weekday {
    std::u32string_view indonesian, english;
};
constexpr std::array<Weekday, 7> weekdays{{{U"Minggu", U"Sunday"}, {U"Senin", U"Monday"}, {U"Selasa", U"Tuesday"}, {U"Rabu", U"Wednesday"}, {U"Kamis", U"Thursday"}, {U"Jumat", U"Friday"}, {U"Sabtu", U"Saturday"}}};
constexpr std::array other_weekdays{std::pair{U"jum'at"sv, 5}, std::pair{U"ahad"sv, 0}, std::pair{U"sen"sv, 1}, std::pair{U"sel"sv, 2}, std::pair{U"rab"sv, 3}, std::pair{U"kam"sv, 4}, std::pair{U"jum"sv, 5}, std::pair{U"sab"sv, 6}, std::pair{U"mon"sv, 1}, std::pair{U"tue"sv, 2}, std::pair{U"wed"sv, 3}, std::pair{U"thu"sv, 4}, std::pair{U"fri"sv, 5}, std::pair{U"sat"sv, 6}, std::pair{U"sun"sv, 0}};

bool equals_lower(std::u32string_view lower, std::u32string_view name) noexcept {
    return lower.size() == name.size() && std::equal(lower.begin(), lower.end(), name.begin(), [](char32_t a, char32_t b) { return a == (b >= U'A' && b <= U'Z' ? b + 32 : b); });
}

constexpr bool is_year(int value) noexcept { return value >= 1900 && value <= 2099; }

/// Reads one date at a token.
class Reader {
public:
    explicit Reader(const CaptionText& text) : text_(text) {}

    std::optional<FoundDate> at(std::size_t index) const {
        if (text_.is_number(index)) {
            if (const auto numeric = all_digits(index)) return numeric;
            return day_first(index);
        }
        return text_.is_word(index) ? month_first(index) : std::nullopt;
    }

private:
    [[nodiscard]] std::size_t digits(std::size_t index) const { return text_.token(index).end - text_.token(index).begin; }
    [[nodiscard]] int month(std::size_t index) const { return text_.is_word(index) ? month_of(text_.lower(text_.token(index)), text_.token(index).capital) : 0; }
    /// A number that a date may consist of: not glued to letters, or to further digits by the signs that long numbers have.
    [[nodiscard]] bool stands_alone(std::size_t first, std::size_t end) const {
        const std::size_t begin = text_.token(first).begin, close = text_.token(end - 1).end;
        const auto joins = [](char32_t point) { return point == U'-' || point == U'/' || point == U'.'; };
        if (begin > 0 && (is_alphanumeric(text_.at(begin - 1)) || (begin > 1 && joins(text_.at(begin - 1)) && is_digit(text_.at(begin - 2))))) return false;
        return !is_alphanumeric(text_.at(close)) && !(joins(text_.at(close)) && is_digit(text_.at(close + 1)));
    }
    [[nodiscard]] FoundDate found(std::size_t first, std::size_t end, int day, int month_number, int year) const {
        return {{text_.token(first).begin, text_.token(end - 1).end}, first, end, day, month_number, year};
    }
    static bool is_day(int value) noexcept { return value >= 1 && value <= 31; }

    /// "12/5/2026", "12-05-26", "12 05 2026", "2026-05-12"
    [[nodiscard]] std::optional<FoundDate> all_digits(std::size_t index) const {
        char32_t separator = text_.at(text_.token(index).end);
        std::array<int, 3> values{};
        std::array<std::size_t, 3> lengths{};
        std::size_t at = index;
        for (std::size_t part = 0; part < 3; ++part) {
            if (!text_.is_number(at) || digits(at) > 4) return std::nullopt;
            values[part] = text_.value(at);
            lengths[part] = digits(at);
            const auto end = text_.token(at++).end;
            if (part == 2) break;
            if (text_.at(end) != separator) return std::nullopt;
            if (separator != U' ') {
                if (separator != U'-' && separator != U'/' && separator != U'.') return std::nullopt;
                ++at;
            }
            if (text_.token(at).begin != end + 1) return std::nullopt;
        }
        const bool year_first = lengths[0] == 4;
        const int day = year_first ? values[2] : values[0];
        int year = year_first ? values[0] : values[2];
        if (!year_first && lengths[2] == 2 && separator != U' ') year += year < 50 ? 2000 : 1900;
        if (lengths[1] > 2 || lengths[year_first ? 2 : 0] > 2 || !is_day(day) || values[1] < 1 || values[1] > 12 || !is_year(year) || !stands_alone(index, at)) return std::nullopt;
        return found(index, at, day, values[1], year);
    }

    /// A year behind a month, with a comma at most.
    [[nodiscard]] int year_at(std::size_t& at) const {
        const std::size_t year_token = text_.is_mark(at, U',') || text_.is_mark(at, U'.') || text_.is_mark(at, U'-') || text_.is_mark(at, U'/') ? at + 1 : at;
        if (digits(year_token) != 4 || !is_year(text_.value(year_token))) return 0;
        at = year_token + 1;
        return text_.value(year_token);
    }

    /// "12 Mei 2026", "12-14 Mei", "12th of May"
    [[nodiscard]] std::optional<FoundDate> day_first(std::size_t index) const {
        if (digits(index) > 2 || !is_day(text_.value(index))) return std::nullopt;
        std::size_t at = index + 1;
        int day = text_.value(index);
        if (text_.is_mark(at, U'-') && digits(at + 1) <= 2 && is_day(text_.value(at + 1))) {
            day = text_.value(at + 1);
            at += 2;
        }
        for (const auto* ending : {U"st", U"nd", U"rd", U"th"})
            if (text_.is_word(at, ending)) {
                ++at;
                break;
            }
        if (text_.is_word(at, U"of")) ++at;
        if (text_.is_mark(at, U'-') || text_.is_mark(at, U'/') || text_.is_mark(at, U'.')) ++at;
        const int month_number = month(at);
        if (month_number == 0) return std::nullopt;
        ++at;
        const int year = year_at(at);
        return found(index, at, day, month_number, year);
    }

    /// "May 12, 2026", "Mei 2026"
    [[nodiscard]] std::optional<FoundDate> month_first(std::size_t index) const {
        const int month_number = month(index);
        if (month_number == 0) return std::nullopt;
        std::size_t at = index + 1;
        if (const int year = year_at(at); year != 0) return found(index, at, 0, month_number, year);
        if (digits(at) > 2 || !is_day(text_.value(at))) return std::nullopt;
        const int day = text_.value(at++);
        for (const auto* ending : {U"st", U"nd", U"rd", U"th"})
            if (text_.is_word(at, ending)) {
                ++at;
                break;
            }
        const int year = year_at(at);
        // "Mei 12" is no Indonesian date, "May 12" an English one.
        return found(index, at, day, month_number, year);
    }

    const CaptionText& text_;
};

}  // namespace

std::optional<std::chrono::year_month_day> FoundDate::whole() const {
    if (day == 0 || month == 0 || year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)), std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

int month_of(std::u32string_view lower, bool capital) noexcept {
    const auto* found = std::find_if(month_names.begin(), month_names.end(), [&](const MonthName& name) { return name.name == lower; });
    if (found == month_names.end() || (!capital && (lower == U"may" || lower == U"mar" || lower == U"march"))) return 0;
    return found->month;
}

std::optional<WeekdayWord> weekday_of(std::u32string_view lower) noexcept {
    for (std::size_t day = 0; day < weekdays.size(); ++day) {
        if (equals_lower(lower, weekdays[day].indonesian)) return WeekdayWord{static_cast<int>(day), false};
        if (equals_lower(lower, weekdays[day].english)) return WeekdayWord{static_cast<int>(day), true};
    }
    for (std::size_t i = 0; i < other_weekdays.size(); ++i)
        if (lower == other_weekdays[i].first) return WeekdayWord{other_weekdays[i].second, i >= 8};
    return std::nullopt;
}

std::u32string_view weekday_name(int from_sunday, bool english) noexcept {
    const auto& day = weekdays[static_cast<std::size_t>(from_sunday) % weekdays.size()];
    return english ? day.english : day.indonesian;
}

std::vector<FoundDate> find_dates(const CaptionText& text) {
    const Reader reader(text);
    std::vector<FoundDate> dates;
    for (std::size_t i = 0; i < text.tokens().size();) {
        if (const auto date = reader.at(i)) {
            dates.push_back(*date);
            i = date->end_token;
        } else {
            ++i;
        }
    }
    return dates;
}

}  // namespace mediaedit::internal
