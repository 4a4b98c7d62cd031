// Dates and years of birth; ages are in ages.cpp.
#include "caption/privacy/ages.hpp"
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace mediaedit::internal {
namespace {

using namespace std::literals;

/// From the word to the date: "TTL: Sumberagung, 12-08-1985".
constexpr std::size_t reach = 32;
/// Who was born before is known from books.
constexpr int earliest_birth = 1910, latest_birth = 2099;

bool is_birth_year(int year) { return year >= earliest_birth && year <= latest_birth; }

/// Whether a word may stand between "lahir" and the date: "pada", "hari Selasa", a place; but not
/// what makes it another sentence: "lahir dari semangat gotong royong 12 Mei".
bool leads_to_birth_date(const CaptionText& text, std::size_t index) {
    static const auto& bridges = words("birth_bridge");
    if (!text.is_word(index)) return true;
    const auto word = text.lower(text.token(index));
    if (bridges.has(text, index) || weekday_of(word, true) || text.token(index).capital)
        return true;
    // The name of a place, in small letters too: "di contoh", "di rs sumberagung".
    constexpr std::size_t place_words = 3;
    for (std::size_t i = index; i-- > 0 && index - i <= place_words;)
        if (text.is_word(i, U"di") || text.is_word(i, U"in") || text.is_word(i, U"at")) return true;
    return text.is_mark(index + 1, U',');
}

/// Whether a thing is born, as in a speech: "Koperasi ini lahir pada ...", or a person of history.
bool is_of_a_thing(const CaptionText& text, std::size_t index) {
    static const auto& things = words("born_thing");
    static const auto& historic = words("historic");
    constexpr std::size_t far = 10, reach_tokens = 6;
    bool thing = false;
    for (std::size_t i = index > far ? index - far : 0; i < index; ++i) {
        if (!text.same_sentence(i, index)) continue;
        if (historic.has(text, i)) return true;
        if (index - i > reach_tokens) continue;
        if (named_person(text, i) > 0) return false;
        thing = thing || things.has(text, i);
        // "Ide itu lahir"; but "bayi ini lahir".
        static const auto& child = words("child");
        const bool shown = i + 1 == index && (text.is_word(i, U"ini") || text.is_word(i, U"itu"));
        thing = thing || (shown && i > 0 && !child.has(text, i - 1));
    }
    return thing;
}

/// Whether nothing stands in the line but a label of a birth, its first words before `index`: a
/// form has the date in the line below.
bool is_label_line(const CaptionText& text, std::size_t index, std::size_t end) {
    static const auto& before = words("birth_label_part");
    for (std::size_t i = index; i-- > 0 && text.same_line(i, index);)
        if (text.is_word(i) && !before.has(text, i)) return false;
    for (std::size_t i = end; i < text.tokens().size() && text.same_line(i, index); ++i)
        if (text.is_word(i) || text.is_number(i)) return false;
    return true;
}

/// "Ttl.", "Tgl. Lhr.": the dot of a short word ends no sentence.
bool is_short_label(const CaptionText& text, std::size_t index, std::size_t end) {
    constexpr std::size_t longest = 3;
    static const auto& part = words("birth_label_part");
    std::size_t before = index;
    if (before > 0 && text.is_mark(before - 1, U'.')) --before;
    const bool is_short =
        text.length(end - 1) <= longest || (before > 0 && part.has(text, before - 1));
    return text.is_mark(end, U'.') && is_short && text.same_line(end, index);
}

/// The word before a date that says that it is a birth's; "hari lahir Pancasila" and "akta lahir"
/// are none.
std::optional<std::size_t> birth_word_before(const CaptionText& text, const FoundDate& date) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    // The nearest that leads to no date; "date of birth" has some within.
    std::optional<std::size_t> other_word;
    int line_breaks = 0;
    for (std::size_t i = date.token; i-- > 0;) {
        const auto& token = text.token(i);
        if (token.kind == Token::Kind::line_break) ++line_breaks;
        if (date.place.begin - token.end > reach || line_breaks > 1 || text.is_number(i))
            return std::nullopt;
        const auto count = born.match(text, i);
        if (count == 0) {
            if (!other_word && !leads_to_birth_date(text, i)) other_word = i;
            continue;
        }
        const auto end = i + count;
        if (other_word && *other_word >= end) return std::nullopt;
        std::size_t before = i;
        if (before > 0 && text.is_mark(before - 1, U"./")) --before;
        if (before > 0 && not_born.has(text, before - 1) && text.same_line(before - 1, i))
            return std::nullopt;
        if (is_of_a_thing(text, i)) return std::nullopt;
        if (line_breaks == 1) return is_label_line(text, i, end) ? std::optional(i) : std::nullopt;
        // "kelahiran" and "lahir" in the sentence before speak of something else.
        return token.sentence == text.token(date.token).sentence || is_short_label(text, i, end)
                   ? std::optional(i)
                   : std::nullopt;
    }
    return std::nullopt;
}

/// A year in short or behind "tahun", which only a date of birth has: "12 Agustus 85", "12 Agustus
/// '85". The first token behind it, or `at`; nothing where the year is one of history.
std::optional<std::size_t> late_year_end(const CaptionText& text, std::size_t at) {
    static const auto& units = words("years");
    static const auto& weeks = words("weeks");
    const auto first = at;
    bool sure = false;
    for (int signs = 0; signs < 2 && text.same_line(at, first); ++signs) {
        const bool mark = text.is_mark(at, U",.-/(");
        const bool year = text.is_mark(at, U'\'') || text.is_word(at, U"tahun") ||
                          text.is_word(at, U"th") || text.is_word(at, U"thn");
        if (!mark && !year) break;
        sure = sure || year;
        ++at;
    }
    if (!text.is_number(at) || !text.same_line(at, first - 1)) return first;
    const auto close = text.token(at).end;
    if (text.length(at) == 4 && text.value(at) < earliest_birth) return std::nullopt;
    const bool other =
        is_alphanumeric(text.at(close)) ||
        ((text.at(close) == U'.' || text.at(close) == U':') && is_digit(text.at(close + 1))) ||
        units.has(text, at + 1) || weeks.has(text, at + 1);
    const bool two = text.length(at) == 2 && (sure || at - first < 2);
    return !other && (two || (text.length(at) == 4 && is_birth_year(text.value(at)))) ? at + 1
                                                                                      : first;
}

int roman_month(std::u32string_view lower) {
    constexpr std::array months{U"i"sv,   U"ii"sv,   U"iii"sv, U"iv"sv, U"v"sv,  U"vi"sv,
                                U"vii"sv, U"viii"sv, U"ix"sv,  U"x"sv,  U"xi"sv, U"xii"sv};
    const auto found = std::find(months.begin(), months.end(), lower);
    return found == months.end() ? 0 : static_cast<int>(found - months.begin()) + 1;
}

bool is_day_and_month(int day, int month) {
    return day >= 1 && day <= 31 && month >= 1 && month <= 12;
}

FoundDate date_of(const CaptionText& text, std::size_t index, std::size_t end) {
    FoundDate date;
    date.place = text.span(index, end);
    date.token = index;
    date.end_token = end;
    return date;
}

/// "12081985", "120885", "19850812"
std::optional<FoundDate> date_in_one(const CaptionText& text, std::size_t index) {
    const auto at = text.token(index).begin;
    const auto two = [&](std::size_t from) {
        return static_cast<int>((text.at(at + from) - U'0') * 10 + (text.at(at + from + 1) - U'0'));
    };
    const auto size = text.length(index);
    if ((size != 6 && size != 8) || is_alphanumeric(text.at(text.token(index).end)))
        return std::nullopt;
    const bool day_first =
        is_day_and_month(two(0), two(2)) && (size == 6 || is_birth_year(two(4) * 100 + two(6)));
    const bool year_first =
        size == 8 && is_birth_year(two(0) * 100 + two(2)) && is_day_and_month(two(6), two(4));
    return day_first || year_first ? std::optional(date_of(text, index, index + 1)) : std::nullopt;
}

/// "12 - 08 - 1985", "12/ 08/ 1985", "12-VIII-1985", "1985-08-12T00:00"
std::optional<FoundDate> spaced_date(const CaptionText& text, std::size_t index) {
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
        if (text.token(at).kind != Token::Kind::mark || U"-/."sv.find(mark) == U""sv.npos ||
            (separator != 0 && mark != separator))
            return std::nullopt;
        separator = mark;
        if (part == 1 && text.is_mark(at + 1, U'\'')) ++at;  // "5-5-'70"
    }
    const bool year_first = sizes[0] == 4;
    const int day = year_first ? values[2] : values[0], year = year_first ? values[0] : values[2];
    const auto year_size = year_first ? sizes[0] : sizes[2];
    if (sizes[1] > 2 || sizes[year_first ? 2 : 0] > 2 || !is_day_and_month(day, values[1]) ||
        !(year_size == 2 || (year_size == 4 && is_birth_year(year))))
        return std::nullopt;
    auto date = date_of(text, index, at + 1);
    // The time belongs to it.
    auto& end = date.place.end;
    if (text.lower()[end < text.lower().size() ? end : 0] == U't' && is_digit(text.at(end + 1)))
        for (++end; is_digit(text.at(end)) || (text.at(end) == U':' && is_digit(text.at(end + 1)));)
            ++end;
    if (is_alphanumeric(text.at(end))) return std::nullopt;
    date.end_token = text.token_from(end);
    return date;
}

/// Whether somebody is named in the sentence before a token, with a title or a known name.
bool names_somebody(const CaptionText& text, std::size_t index) {
    constexpr std::size_t reach_tokens = 10;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i)
        if (text.same_sentence(i, index) && person_at(text, i) > 0) return true;
    return false;
}

/// "kelahiran 1938", "lahir th 1985", "lahir tahun '85" of somebody named in the same sentence, or
/// as a field of a form, with the month before it: the place, empty for none. `behind` becomes the
/// first token behind it.
Span birth_year_at(const CaptionText& text, std::size_t index, std::size_t& behind) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    static const auto& lead = words("birth_year_lead");
    const auto count = born.match(text, index);
    if (count == 0) return {};
    const bool named = names_somebody(text, index);
    constexpr std::size_t most_between = 6;
    std::size_t at = index + count, month = 0;
    bool told = false;
    for (; at < index + count + most_between && text.same_line(at, index); ++at) {
        const bool year = text.is_word(at, U"tahun") || text.is_word(at, U"th") ||
                          text.is_word(at, U"thn") || text.is_mark(at, U'\'');
        told = told || year;
        if (month == 0 && text.is_word(at) && month_of(text.lower(text.token(at)), true) != 0)
            month = at;
        // "kelahiran Klaten, 1970"
        const bool place = named && text.is_word(at) && text.token(at).capital;
        const bool mark = text.is_mark(at, U":.") || (named && text.is_mark(at, U','));
        if (!year && !lead.has(text, at) && !mark && !place && month != at) break;
    }
    const auto close = text.token(at).end;
    const bool whole = text.length(at) == 4 && is_birth_year(text.value(at));
    if (!text.is_number(at) || !(whole || (told && text.length(at) == 2)) ||
        !text.same_line(at, index) || is_alphanumeric(text.at(close)) || text.at(close) == U'-' ||
        text.at(close) == U'/' || (text.at(close) == U'.' && is_digit(text.at(close + 1))) ||
        behind_until(text, at + 1) != at + 1 || text.is_word(at + 1, U"ke") ||
        text.is_word(at + 1, U"atau") || text.is_mark(at + 1, U'?') || is_of_a_thing(text, index) ||
        (index > 0 && not_born.has(text, index - 1)))
        return {};
    // A field of its own: nothing before it in the line, and nothing behind.
    std::size_t first = index;
    if (first > 1 && text.is_mark(first - 1, U'.')) --first;  // "Thn. lahir 1970"
    if (first > 0 && lead.has(text, first - 1)) --first;
    const bool begins = first == 0 || text.is_line_break(first - 1);
    const bool ends = !text.is_word(at + 1) || !text.same_line(at + 1, at);
    // "Kelahiran: 2025" counts the births of a year.
    if (!named && !(begins && ends && (told || !text.is_word(index, U"kelahiran")))) return {};
    behind = at + 1;
    return {text.token(month != 0 ? month : at).begin, close};
}

/// A date that begins at a token and is a birth's, with its year.
std::optional<FoundDate> birth_date_at(const CaptionText& text, std::size_t index,
                                       const FoundDate* known) {
    auto date = known ? std::optional(*known) : date_in_one(text, index);
    if (!date) date = spaced_date(text, index);
    if (!date) return std::nullopt;
    const bool whole = !known || date->day != 0;
    if (date->year != 0 && !is_birth_year(date->year)) return std::nullopt;
    const auto word = birth_word_before(text, *date);
    if (!word || (!whole && !names_somebody(text, *word))) return std::nullopt;
    if (!known || date->year != 0) return date;
    const auto end = late_year_end(text, date->end_token);
    if (!end) return std::nullopt;
    date->end_token = *end;
    date->place.end = text.token(*end - 1).end;
    return date;
}

}  // namespace

void find_births(const AnalysedCaption& reading, CaptionFindings& findings) {
    const auto& text = reading.text;
    std::vector<std::size_t> births;  // the first token behind each
    auto known = reading.dates.begin();
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings;) {
        while (known != reading.dates.end() && known->token < i) ++known;
        const bool is_known = known != reading.dates.end() && known->token == i;
        const auto date = is_known || text.is_number(i)
                              ? birth_date_at(text, i, is_known ? &*known : nullptr)
                              : std::nullopt;
        std::size_t behind = 0;
        const auto year = date ? Span{} : birth_year_at(text, i, behind);
        if (date) findings.push_back(personal_finding(text, PersonalKind::birth_date, date->place));
        if (behind != 0) findings.push_back(personal_finding(text, PersonalKind::birth_date, year));
        if (date) births.push_back(date->end_token);
        if (behind != 0) births.push_back(behind);
        i = date ? date->end_token : is_known ? known->end_token : i + 1;
    }
    find_ages(reading, births, findings);
}

}  // namespace mediaedit::internal
