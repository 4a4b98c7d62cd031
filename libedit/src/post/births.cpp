// Dates of birth, and ages of people who are named.
#include "post/personal.hpp"
#include "post/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// From the word to the date: "TTL: Sumberagung, 12-08-1985".
constexpr std::size_t reach = 32;

/// Whether a word before the date says that it is a birth's; "hari lahir Pancasila" and "akta lahir" are none.
bool follows_birth_word(const CaptionText& text, const FoundDate& date) {
    static const auto& born = words("born");
    static const auto& not_born = words("not_born");
    for (std::size_t i = date.token; i-- > 0;) {
        const auto& token = text.token(i);
        if (date.place.begin - token.end > reach || token.kind == Token::Kind::line_break || text.is_number(i)) return false;
        if (!born.has(text, i)) continue;
        std::size_t before = i;
        if (before > 0 && (text.is_mark(before - 1, U'.') || text.is_mark(before - 1, U'/'))) --before;
        if (before > 0 && not_born.has(text, before - 1) && text.token(before - 1).line == token.line) return false;
        if (text.is_word(i + 1, U"kembali")) return false;
        // "kelahiran" and "lahir" in the sentence before speak of something else.
        return token.sentence == text.token(date.token).sentence;
    }
    return false;
}

/// Names without a title in front: so many capitalised words or more, none of which is a thing or a place, right before `index`.
bool follows_plain_name(const CaptionText& text, std::size_t index, std::size_t fewest) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_name = 4;
    std::size_t names = 0;
    for (std::size_t i = index; i-- > 0 && names < longest_name && text.is_word(i) && text.token(i).line == text.token(index).line; ++names) {
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
            only_bridges = only_bridges && (text.is_mark(between, U',') || text.is_mark(between, U'(') || text.is_mark(between, U'.') || text.is_word(between, U"yang") || text.is_word(between, U"kini") || text.is_word(between, U"who") || text.is_word(between, U"is") || text.is_word(between, U"sudah") || text.is_word(between, U"telah") || text.is_word(between, U"baru"));
        if (only_bridges) return true;
    }
    return false;
}

/// "45 tahun", "61 years old": the tokens, or 0. Without a unit only in brackets: "(83)".
std::size_t age_at(const CaptionText& text, std::size_t index, bool in_brackets) {
    static const auto& years = words("years");
    constexpr int oldest = 120;
    if (text.value(index) < 0 || text.value(index) > oldest || text.token(index).end - text.token(index).begin > 3) return 0;
    if (const auto unit = years.match(text, index + 1)) {
        // "5-7 tahun" never reaches here; "17 tahun ke atas" is a rule.
        const auto next = index + 1 + unit;
        if (text.is_word(next, U"ke") || text.is_word(next, U"atau") || text.is_word(next, U"and")) return 0;
        return 1 + unit;
    }
    return in_brackets && text.is_mark(index + 1, U')') && text.value(index) >= 1 ? 1 : 0;
}

/// "kelahiran 1938", "lahir tahun 1938" of somebody named in the same sentence: the token of the year, or 0.
std::size_t birth_year_at(const CaptionText& text, std::size_t index) {
    static const auto& born = words("born");
    const auto count = born.match(text, index);
    if (count == 0) return 0;
    std::size_t at = index + count;
    if (text.is_word(at, U"tahun") || text.is_word(at, U"th") || text.is_word(at, U"in")) ++at;
    const int year = text.value(at);
    if (year < 1900 || year > 2099 || text.token(at).line != text.token(index).line || is_alphanumeric(text.at(text.token(at).end)) || text.at(text.token(at).end) == U'-') return 0;
    constexpr std::size_t reach_tokens = 10;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i)
        if (text.token(i).sentence == text.token(index).sentence && named_person(text, i) > 0) return at;
    return 0;
}

}  // namespace

void find_births(const Reading& reading, CaptionFindings& findings) {
    static const auto& age_word = words("age");
    const auto& text = reading.text;
    for (const auto& date : reading.dates)
        if (findings.size() < most_findings && date.day != 0 && follows_birth_word(text, date)) findings.push_back(personal_finding(text, PersonalKind::birth_date, date.place));
    for (std::size_t i = 1; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        if (const auto year = birth_year_at(text, i)) findings.push_back(personal_finding(text, PersonalKind::birth_date, {text.token(year).begin, text.token(year).end}));
        if (!text.is_number(i)) continue;
        std::size_t before = i;
        const bool in_brackets = text.is_mark(before - 1, U'(');
        if (before > 0 && age_word.has(text, before - 1)) --before;
        const auto count = age_at(text, i, in_brackets);
        if (count == 0) continue;
        // "Mbah Karto (45)": in brackets any name; else one with a title, for "Gedung Serbaguna 10 tahun" is none.
        const std::size_t bracket = before > 0 && text.is_mark(before - 1, U'(') ? before - 1 : before;
        const bool is_told = before != i || bracket != before || text.is_mark(before - 1, U',') || text.is_word(before - 1, U"sudah") || text.is_word(before - 1, U"kini") || text.is_word(before - 1, U"baru");
        if (!is_told) continue;
        if (follows_named_person(text, before) || (bracket != before && follows_plain_name(text, bracket, count > 1 ? 1 : 2))) {
            const Span place{text.token(i).begin, text.token(i + count - 1).end};
            findings.push_back(personal_finding(text, PersonalKind::age, place));
        }
    }
}

}  // namespace mediaedit::internal
