// Dates of birth, and ages of people who are named.
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>

namespace mediaedit::internal {
namespace {

/// From the word to the date: "TTL: Sumberagung, 12-08-1985".
constexpr std::size_t reach = 32;

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

/// Whether a thing is born, as in a speech: "Koperasi ini lahir pada ...".
bool is_of_a_thing(const CaptionText& text, std::size_t index) {
    static const auto& things = words("born_thing");
    constexpr std::size_t reach_tokens = 6;
    bool thing = false;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i) {
        if (text.token(i).sentence != text.token(index).sentence) continue;
        if (named_person(text, i) > 0) return false;
        thing = thing || things.has(text, i);
        // "Ide itu lahir"; but "bayi ini lahir".
        static const auto& child = words("child");
        const bool shown = i + 1 == index && (text.is_word(i, U"ini") || text.is_word(i, U"itu"));
        thing = thing || (shown && i > 0 && !child.has(text, i - 1));
    }
    return thing;
}

/// Whether a word before the date says that it is a birth's; "hari lahir Pancasila" and "akta
/// lahir" are none.
bool follows_birth_word(const CaptionText& text, const FoundDate& date) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    std::optional<std::size_t>
        other_word;  // the nearest that leads to no date; "date of birth" has some within
    for (std::size_t i = date.token; i-- > 0;) {
        const auto& token = text.token(i);
        if (date.place.begin - token.end > reach || token.kind == Token::Kind::line_break ||
            text.is_number(i))
            return false;
        const auto count = born.match(text, i);
        if (count == 0) {
            if (!other_word && !leads_to_birth_date(text, i)) other_word = i;
            continue;
        }
        if (other_word && *other_word >= i + count) return false;
        std::size_t before = i;
        if (before > 0 && (text.is_mark(before - 1, U'.') || text.is_mark(before - 1, U'/')))
            --before;
        if (before > 0 && not_born.has(text, before - 1) &&
            text.token(before - 1).line == token.line)
            return false;
        if (is_of_a_thing(text, i)) return false;
        // "kelahiran" and "lahir" in the sentence before speak of something else.
        return token.sentence == text.token(date.token).sentence;
    }
    return false;
}

/// Names without a title in front: so many capitalised words or more, none of which is a thing or a
/// place, right before `index`.
bool follows_plain_name(const CaptionText& text, std::size_t index, std::size_t fewest) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_name = 4;
    std::size_t names = 0;
    for (std::size_t i = index; i-- > 0 && names < longest_name && text.is_word(i) &&
                                text.token(i).line == text.token(index).line;
         ++names) {
        if (no_name.has(text, i)) return false;
        if (!text.token(i).capital) break;
    }
    return names >= fewest;
}

/// Whether a named person stands at most a few words before `index` in the same sentence.
bool follows_named_person(const CaptionText& text, std::size_t index) {
    constexpr std::size_t reach_tokens = 7;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i) {
        const auto count = named_person(text, i);
        if (count == 0 || text.token(i).line != text.token(index).line) continue;
        // Between the name and the age: a comma, a bracket, "yang".
        bool only_bridges = true;
        for (std::size_t between = i + count; between < index; ++between)
            only_bridges =
                only_bridges && (text.is_mark(between, U',') || text.is_mark(between, U'(') ||
                                 text.is_mark(between, U'.') || text.is_word(between, U"yang") ||
                                 text.is_word(between, U"kini") || text.is_word(between, U"who") ||
                                 text.is_word(between, U"is") || text.is_word(between, U"sudah") ||
                                 text.is_word(between, U"telah") || text.is_word(between, U"baru"));
        if (only_bridges) return true;
    }
    return false;
}

/// "3 tahun", "1,5 th", "18 bulan": the tokens of a number and its unit, or 0.
std::size_t one_age_at(const CaptionText& text, std::size_t index, bool or_weeks) {
    static const auto& years = words("years");
    static const auto& weeks = words("weeks");
    constexpr int oldest = 120;
    if (text.value(index) < 0 || text.value(index) > oldest ||
        text.token(index).end - text.token(index).begin > 3)
        return 0;
    std::size_t at = index + 1;
    const bool fraction = (text.is_mark(at, U',') || text.is_mark(at, U'.')) &&
                          text.is_number(at + 1) && text.token(at).begin == text.token(index).end &&
                          text.token(at + 1).begin == text.token(at).end;
    if (fraction) at += 2;
    const auto unit = std::max(years.match(text, at), or_weeks ? weeks.match(text, at) : 0);
    return unit == 0 ? 0 : at + unit - index;
}

/// "Bapak Sutrisno, 56, menerima ...": as newspapers write it.
bool is_between_commas(const CaptionText& text, std::size_t index) {
    constexpr int youngest = 5, oldest = 110;
    return text.is_mark(index - 1, U',') && text.is_mark(index + 1, U',') &&
           text.value(index) >= youngest && text.value(index) <= oldest;
}

/// "usia 4 th a.n. Kirana", "umur 7 tahun, anak Dimas".
bool leads_to_named_person(const CaptionText& text, std::size_t index) {
    static const auto& owner = words("account_owner");
    static const auto& no_name = words("not_a_name");
    std::size_t at = text.is_mark(index, U',') ? index + 1 : index;
    if (text.token(at).line != text.token(index - 1).line) return false;
    if (named_person(text, at) > 0) return true;
    const auto count = owner.match(text, at);
    if (count == 0) return false;
    at += text.is_mark(at + count, U'.') ? count + 1 : count;
    return text.is_word(at) && text.token(at).capital && !no_name.has(text, at);
}

/// "45 tahun", "61 years old", "3 tahun 4 bulan", "2 th, 6 bln dan 3 hari": the tokens, or 0.
/// Without a unit only in brackets: "(83)". Weeks and days are an age behind "umur" or a year.
std::size_t age_at(const CaptionText& text, std::size_t index, bool in_brackets, bool told) {
    auto count = one_age_at(text, index, told);
    if (count == 0) {
        const bool closed = in_brackets && text.is_mark(index + 1, U')') && text.value(index) >= 1;
        const bool alone = closed || is_between_commas(text, index);
        return alone && text.value(index) <= 120 &&
                       text.token(index).end - text.token(index).begin <= 3
                   ? 1
                   : 0;
    }
    for (int part = 0; part < 2; ++part) {
        std::size_t next = index + count;
        if (text.is_mark(next, U'.')) ++next;
        if (text.is_mark(next, U',')) ++next;
        if (text.is_word(next, U"dan") || text.is_word(next, U"lebih") ||
            text.is_word(next, U"and"))
            ++next;
        const auto more =
            text.token(next).line == text.token(index).line ? one_age_at(text, next, true) : 0;
        if (more == 0) break;
        count = next + more - index;
    }
    // "5-7 tahun" never reaches here; "17 tahun ke atas" is a rule.
    const auto next = index + count;
    if (text.is_word(next, U"ke") || text.is_word(next, U"atau") || text.is_word(next, U"and"))
        return 0;
    return count;
}

/// "kelahiran 1938", "lahir tahun 1938" of somebody named in the same sentence: the token of the
/// year, or 0.
std::size_t birth_year_at(const CaptionText& text, std::size_t index) {
    static const auto& born = words("born");
    const auto count = born.match(text, index);
    if (count == 0) return 0;
    std::size_t at = index + count;
    if (text.is_word(at, U"tahun") || text.is_word(at, U"th") || text.is_word(at, U"in")) ++at;
    const int year = text.value(at);
    if (year < 1900 || year > 2099 || text.token(at).line != text.token(index).line ||
        is_alphanumeric(text.at(text.token(at).end)) || text.at(text.token(at).end) == U'-')
        return 0;
    constexpr std::size_t reach_tokens = 10;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i)
        if (text.token(i).sentence == text.token(index).sentence && named_person(text, i) > 0)
            return at;
    return 0;
}

}  // namespace

void find_births(const AnalysedCaption& reading, CaptionFindings& findings) {
    static const auto& age_word = words("age");
    const auto& text = reading.text;
    for (const auto& date : reading.dates)
        if (findings.size() < most_findings && date.day != 0 && follows_birth_word(text, date))
            findings.push_back(personal_finding(text, PersonalKind::birth_date, date.place));
    for (std::size_t i = 1; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        if (const auto year = birth_year_at(text, i))
            findings.push_back(personal_finding(text, PersonalKind::birth_date,
                                                {text.token(year).begin, text.token(year).end}));
        if (!text.is_number(i)) continue;
        std::size_t before = i;
        const bool in_brackets = text.is_mark(before - 1, U'(');
        if (before > 0 && age_word.has(text, before - 1)) --before;
        const auto count = age_at(text, i, in_brackets, before != i);
        if (count == 0) continue;
        // "Mbah Karto (45)": in brackets any name; else one with a title, for "Gedung Serbaguna 10
        // tahun" is none.
        const std::size_t bracket =
            before > 0 && text.is_mark(before - 1, U'(') ? before - 1 : before;
        const bool is_told = before != i || bracket != before || text.is_mark(before - 1, U',') ||
                             text.is_word(before - 1, U"sudah") ||
                             text.is_word(before - 1, U"kini") || text.is_word(before - 1, U"baru");
        if (!is_told) continue;
        if (follows_named_person(text, before) ||
            (before != i && leads_to_named_person(text, i + count)) ||
            (bracket != before && follows_plain_name(text, bracket, count > 1 ? 1 : 2))) {
            const Span place{text.token(i).begin, text.token(i + count - 1).end};
            findings.push_back(personal_finding(text, PersonalKind::age, place));
            i += count - 1;
        }
    }
}

}  // namespace mediaedit::internal
