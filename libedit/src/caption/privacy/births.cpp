// Dates and years of birth. Ages are found by ages.cpp.
#include "caption/privacy/person_mentions.hpp"
#include "caption/privacy/personal.hpp"
#include "language/dates/form_dates.hpp"
#include "language/phrases.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace mediaedit::internal {
namespace {

/// The longest distance from the word to the date, in code points: "TTL: Sumberagung, 12-08-1985".
constexpr std::size_t birth_reach = 32;
/// An earlier year belongs to a person of history.
constexpr int earliest_birth = 1910, latest_birth = 2099;

bool is_birth_year(int year) { return year >= earliest_birth && year <= latest_birth; }

/// Whether a word may stand between "lahir" and its date: "pada", "hari Selasa", a place. Other
/// words give the sentence another meaning: "lahir dari semangat gotong royong 12 Mei".
bool leads_to_birth_date(const CaptionText& text, std::size_t index) {
    static const auto& bridges = words("birth_bridge");
    if (!text.is_word(index)) return true;
    const auto word = text.lower(text.token(index));
    if (bridges.has(text, index) || weekday_of(word, true) || text.token(index).capital)
        return true;
    // Places may be written in small letters: "di contoh", "di rs sumberagung".
    constexpr std::size_t place_words = 3;
    for (std::size_t i = index; i-- > 0 && index - i <= place_words;)
        if (text.is_word(i, U"di") || text.is_word(i, U"in") || text.is_word(i, U"at")) return true;
    return text.is_mark(index + 1, U',');
}

/// Whether the birth is a figure of speech ("Koperasi ini lahir pada ...") or that of a person of
/// history.
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
        // "Ide itu lahir" is about a thing, "bayi ini lahir" is not.
        static const auto& child = words("child");
        const bool shown = i + 1 == index && (text.is_word(i, U"ini") || text.is_word(i, U"itu"));
        thing = thing || (shown && i > 0 && !child.has(text, i - 1));
    }
    return thing;
}

/// Whether the line contains only the label of a date of birth, from before `index` to `end`: in a
/// form the date may stand in the line below.
bool is_label_line(const CaptionText& text, std::size_t index, std::size_t end) {
    static const auto& before = words("birth_label_part");
    for (std::size_t i = index; i-- > 0 && text.same_line(i, index);)
        if (text.is_word(i) && !before.has(text, i)) return false;
    for (std::size_t i = end; i < text.tokens().size() && text.same_line(i, index); ++i)
        if (text.is_word(i) || text.is_number(i)) return false;
    return true;
}

/// "Ttl.", "Tgl. Lhr.": the dot behind a short label does not end the sentence.
bool is_short_label(const CaptionText& text, std::size_t index, std::size_t end) {
    constexpr std::size_t longest = 3;
    static const auto& part = words("birth_label_part");
    std::size_t before = index;
    if (before > 0 && text.is_mark(before - 1, U'.')) --before;
    const bool is_short =
        text.length(end - 1) <= longest || (before > 0 && part.has(text, before - 1));
    return text.is_mark(end, U'.') && is_short && text.same_line(end, index);
}

/// The word before a date that makes it a date of birth. "hari lahir Pancasila" and "akta lahir" do
/// not.
std::optional<std::size_t> birth_word_before(const CaptionText& text, const FoundDate& date) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    // The nearest word that cannot lead to a date. "date of birth" contains one itself.
    std::optional<std::size_t> other_word;
    int line_breaks = 0;
    for (std::size_t i = date.token; i-- > 0;) {
        const auto& token = text.token(i);
        if (token.kind == Token::Kind::line_break) ++line_breaks;
        if (date.place.begin - token.end > birth_reach || line_breaks > 1 || text.is_number(i))
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
        // "kelahiran" and "lahir" in the sentence before belong to something else.
        return token.sentence == text.token(date.token).sentence || is_short_label(text, i, end)
                   ? std::optional(i)
                   : std::nullopt;
    }
    return std::nullopt;
}

/// The first token behind a year of two digits or behind "tahun", as only dates of birth have it:
/// "12 Agustus 85", "12 Agustus '85". `at` where there is none; nothing for a year of history.
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

/// The place of a year of birth, with the month before it: "kelahiran 1938", "lahir th 1985",
/// "lahir tahun '85". The person must be named in the same sentence, or it is a field of a form.
/// Empty where there is none; else `behind` becomes the first token behind it.
Span birth_year_at(const CaptionText& text, std::size_t index, std::size_t& behind) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    static const auto& lead = words("birth_year_lead");
    const auto count = born.match(text, index);
    if (count == 0) return {};
    const bool named = names_somebody(text, index);
    constexpr std::size_t most_between = 6;
    std::size_t at = index + count, month = 0;
    bool has_year_word = false;
    for (; at < index + count + most_between && text.same_line(at, index); ++at) {
        const bool year = text.is_word(at, U"tahun") || text.is_word(at, U"th") ||
                          text.is_word(at, U"thn") || text.is_mark(at, U'\'');
        has_year_word = has_year_word || year;
        if (month == 0 && text.is_word(at) && month_of(text.lower(text.token(at)), true) != 0)
            month = at;
        // "kelahiran Klaten, 1970"
        const bool place = named && text.is_word(at) && text.token(at).capital;
        const bool mark = text.is_mark(at, U":.") || (named && text.is_mark(at, U','));
        if (!year && !lead.has(text, at) && !mark && !place && month != at) break;
    }
    const auto close = text.token(at).end;
    const bool whole = text.length(at) == 4 && is_birth_year(text.value(at));
    if (!text.is_number(at) || !(whole || (has_year_word && text.length(at) == 2)) ||
        !text.same_line(at, index) || is_alphanumeric(text.at(close)) || text.at(close) == U'-' ||
        text.at(close) == U'/' || (text.at(close) == U'.' && is_digit(text.at(close + 1))) ||
        behind_until(text, at + 1) != at + 1 || text.is_word(at + 1, U"ke") ||
        text.is_word(at + 1, U"atau") || text.is_mark(at + 1, U'?') || is_of_a_thing(text, index) ||
        (index > 0 && not_born.has(text, index - 1)))
        return {};
    // A field of a form: nothing else stands in the line.
    std::size_t first = index;
    if (first > 1 && text.is_mark(first - 1, U'.')) --first;  // "Thn. lahir 1970"
    if (first > 0 && lead.has(text, first - 1)) --first;
    const bool begins = first == 0 || text.is_line_break(first - 1);
    const bool ends = !text.is_word(at + 1) || !text.same_line(at + 1, at);
    // "Kelahiran: 2025" counts the births in a year.
    if (!named && !(begins && ends && (has_year_word || !text.is_word(index, U"kelahiran"))))
        return {};
    behind = at + 1;
    return {text.token(month != 0 ? month : at).begin, close};
}

/// The date of birth, with its year, that begins at a token. `known`: the usual date that
/// find_dates found there.
std::optional<FoundDate> birth_date_at(const CaptionText& text, std::size_t index,
                                       const FoundDate* known) {
    auto date =
        known ? std::optional(*known) : form_date_at(text, index, earliest_birth, latest_birth);
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

void find_births(const AnalysedCaption& caption, CaptionFindings& findings) {
    const auto& text = caption.text;
    std::vector<std::size_t> births;  // the first token behind each date
    auto known = caption.dates.begin();
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings;) {
        while (known != caption.dates.end() && known->token < i) ++known;
        const bool is_known = known != caption.dates.end() && known->token == i;
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
    find_ages(caption, births, findings);
}

}  // namespace mediaedit::internal
