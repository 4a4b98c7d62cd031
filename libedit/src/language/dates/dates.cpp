// Dates and days of the week in a text.
#include "language/dates/dates.hpp"

#include <algorithm>
#include <array>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

constexpr bool is_year(int value) noexcept { return value >= 1900 && value <= 2099; }

/// Reads one date at a token.
class Reader {
public:
    Reader(const CaptionText& text, DateContext context)
        : text_(text), is_answer_(context == DateContext::answer) {}

    std::optional<FoundDate> at(std::size_t index) const {
        if (text_.is_number(index)) {
            if (const auto numeric = all_digits(index)) return numeric;
            return day_first(index);
        }
        return text_.is_word(index) ? month_first(index) : std::nullopt;
    }

private:
    [[nodiscard]] int month(std::size_t index) const {
        return text_.is_word(index) ? month_of(text_.lower(text_.token(index)),
                                               is_answer_ || text_.token(index).capital)
                                    : 0;
    }
    /// Whether the date is not a part of a word or of a longer number.
    [[nodiscard]] bool stands_alone(std::size_t first, std::size_t end) const {
        if (is_answer_) return true;
        const std::size_t begin = text_.token(first).begin, close = text_.token(end - 1).end;
        constexpr auto joints = U"-/."sv;
        return !text_.continues_before(begin, joints) && !text_.continues_behind(close, joints);
    }
    [[nodiscard]] FoundDate found(std::size_t first, std::size_t end, int day, int month_number,
                                  int year) const {
        return {text_.span(first, end), first, end, day, month_number, year, 0};
    }
    static bool is_day(int value) noexcept { return value >= 1 && value <= 31; }

    /// "12/5/2026", "12-05-26", "12 05 2026", "2026-05-12"
    [[nodiscard]] std::optional<FoundDate> all_digits(std::size_t index) const {
        char32_t separator = text_.at(text_.token(index).end);
        std::array<int, 3> values{};
        std::array<std::size_t, 3> lengths{};
        std::size_t at = index;
        for (std::size_t part = 0; part < 3; ++part) {
            if (!text_.is_number(at) || text_.length(at) > 4) return std::nullopt;
            values[part] = text_.value(at);
            lengths[part] = text_.length(at);
            const auto end = text_.token(at++).end;
            if (part == 2) break;
            if (text_.at(end) != separator) return std::nullopt;
            if (separator != U' ') {
                if (separator != U'-' && separator != U'/' && separator != U'.')
                    return std::nullopt;
                ++at;
            }
            if (text_.token(at).begin != end + 1) return std::nullopt;
        }
        const bool year_first = lengths[0] == 4;
        const int day = year_first ? values[2] : values[0];
        int year = year_first ? values[0] : values[2];
        if (!year_first && lengths[2] == 2 && separator != U' ') year += year < 50 ? 2000 : 1900;
        if (lengths[1] > 2 || lengths[year_first ? 2 : 0] > 2 || !is_day(day) || values[1] < 1 ||
            values[1] > 12 || !is_year(year) || !stands_alone(index, at))
            return std::nullopt;
        return found(index, at, day, values[1], year);
    }

    /// The year behind a month, at most a sign between; 0: none. `at` becomes the first token
    /// behind it.
    [[nodiscard]] int year_at(std::size_t& at) const {
        const std::size_t year_token = text_.is_mark(at, U",.-/") ? at + 1 : at;
        if (text_.length(year_token) != 4 || !is_year(text_.value(year_token))) return 0;
        at = year_token + 1;
        return text_.value(year_token);
    }

    /// "12 Mei 2026", "12-14 Mei", "12 s.d. 14 Mei", "12th of May"
    [[nodiscard]] std::optional<FoundDate> day_first(std::size_t index) const {
        if (text_.length(index) > 2 || !is_day(text_.value(index))) return std::nullopt;
        std::size_t at = index + 1;
        int day = text_.value(index), first_day = 0;
        if (const auto behind = behind_until(text_, at);
            behind != at && text_.length(behind) <= 2 && is_day(text_.value(behind))) {
            first_day = day;
            day = text_.value(behind);
            at = behind + 1;
        }
        for (const auto* ending : {U"st", U"nd", U"rd", U"th"})
            if (text_.is_word(at, ending)) {
                ++at;
                break;
            }
        if (text_.is_word(at, U"of")) ++at;
        if (text_.is_mark(at, U"-/.")) ++at;
        const int month_number = month(at);
        if (month_number == 0) return std::nullopt;
        ++at;
        const int year = year_at(at);
        auto date = found(index, at, day, month_number, year);
        date.first_day = first_day;
        return date;
    }

    /// "May 12, 2026", "Mei 2026"
    [[nodiscard]] std::optional<FoundDate> month_first(std::size_t index) const {
        const int month_number = month(index);
        if (month_number == 0) return std::nullopt;
        std::size_t at = index + 1;
        if (const int year = year_at(at); year != 0) return found(index, at, 0, month_number, year);
        if (text_.length(at) > 2 || !is_day(text_.value(at))) return std::nullopt;
        const int day = text_.value(at++);
        for (const auto* ending : {U"st", U"nd", U"rd", U"th"})
            if (text_.is_word(at, ending)) {
                ++at;
                break;
            }
        const int year = year_at(at);
        return found(index, at, day, month_number, year);
    }

    const CaptionText& text_;
    bool is_answer_;
};

}  // namespace

std::optional<std::chrono::year_month_day> FoundDate::whole() const {
    if (day == 0 || month == 0 || year == 0) return std::nullopt;
    const std::chrono::year_month_day date{std::chrono::year(year),
                                           std::chrono::month(static_cast<unsigned>(month)),
                                           std::chrono::day(static_cast<unsigned>(day))};
    return date.ok() ? std::optional(date) : std::nullopt;
}

std::optional<FoundDate> date_at(const CaptionText& text, std::size_t index, DateContext context) {
    return Reader(text, context).at(index);
}

std::size_t behind_until(const CaptionText& text, std::size_t index) {
    if (text.is_mark(index, U'-')) return index + 1;
    if (text.is_word(index, U"s") && text.is_mark(index + 1, U"./") &&
        text.is_word(index + 2, U"d"))
        return text.is_mark(index + 3, U'.') ? index + 4 : index + 3;
    for (const auto* word : {U"sampai", U"hingga", U"sd", U"to", U"until"})
        if (text.is_word(index, word))
            return text.is_word(index + 1, U"dengan") ? index + 2 : index + 1;
    return index;
}

std::vector<FoundDate> find_dates(const CaptionText& text) {
    const Reader reader(text, DateContext::prose);
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
