// Ages of people who are named.
#include "caption/privacy/ages.hpp"

#include "caption/privacy/person_names.hpp"
#include "caption/privacy/personal.hpp"
#include "language/dates/dates.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>

namespace mediaedit::internal {
namespace {

constexpr int oldest = 120;

bool is_number_word(const CaptionText& text, std::size_t index) {
    static const auto& numbers = words("number_word");
    return numbers.has(text, index);
}

/// "putra", "putri": children as well as names.
bool is_son_or_daughter(const CaptionText& text, std::size_t index) {
    return text.is_word(index, U"putra") || text.is_word(index, U"putri");
}

/// "Jalan", "Dusun", "Masjid", "Koperasi": what bears the names of persons too.
bool is_thing(const CaptionText& text, std::size_t index) {
    static const auto& things = words("born_thing");
    static const auto& streets = words("street");
    static const auto& hamlets = words("hamlet");
    static const auto& offices = words("office_place");
    return things.has(text, index) || streets.has(text, index) || hamlets.has(text, index) ||
           offices.has(text, index);
}

/// "Siti Aminah", "Rizki": words with capitals, one of them a known name, none a thing; nor "Jalan
/// Sudirman".
std::size_t plain_name_at(const CaptionText& text, std::size_t index) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_name = 5;
    // A word with a capital before it: it begins earlier, or names a thing.
    if (index > 0 && text.is_word(index - 1) && text.same_line(index - 1, index) &&
        (text.token(index - 1).capital || is_thing(text, index - 1)))
        return 0;
    bool known = false;
    std::size_t at = index;
    for (; at < index + longest_name && text.is_word(at) && text.token(at).capital; ++at) {
        if (no_name.has(text, at) || is_thing(text, at)) return 0;
        known = known || is_known_name(text, at);
        if (text.is_mark(at + 1, U'.') && text.length(at) == 1) ++at;
    }
    return known ? at - index : 0;
}

/// "Nama : Siti Aminah" a few lines above, or in the same line: a form about one person.
bool is_field_of_a_person(const CaptionText& text, std::size_t index) {
    static const auto& parts = words("name_field");
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t reach_tokens = 40, most_parts = 3;
    constexpr std::uint32_t reach_lines = 5;
    for (std::size_t i = index; i-- > 0 && index - i < reach_tokens;) {
        if (text.token(i).line + reach_lines < text.token(index).line) return false;
        if (!text.is_word(i, U"nama") && !text.is_word(i, U"name")) continue;
        std::size_t at = i + 1;
        while (at < i + most_parts && parts.has(text, at)) ++at;
        if (!text.is_mark(at, U":=")) return false;
        ++at;
        return text.is_word(at) && !no_name.has(text, at) &&
               (text.token(at).capital || is_known_name(text, at));
    }
    return false;
}

/// "siti aminah umur 45": known names in small letters, right before the word.
bool follows_small_name(const CaptionText& text, std::size_t index) {
    static const auto& given = words("given_name");
    std::size_t at = index;
    while (at > 0 && given.has(text, at - 1) && !text.token(at - 1).capital &&
           !is_son_or_daughter(text, at - 1) && text.same_line(at - 1, index))
        --at;
    return at < index && (at == 0 || (!is_thing(text, at - 1) && !text.token(at - 1).capital));
}

/// What may stand between a name and the age: a comma, a bracket, "yang".
bool is_bridge(const CaptionText& text, std::size_t index) {
    static const auto& bridges = words("age_bridge");
    constexpr std::u32string_view signs = U",(.-/|:;";
    const auto& token = text.token(index);
    return bridges.has(text, index) ||
           (token.kind == Token::Kind::mark && signs.find(text.at(token.begin)) != signs.npos);
}

/// Whether a named person stands at most a few words before `index` in the same line.
bool follows_person(const CaptionText& text, std::size_t index) {
    static const auto& age_word = words("age");
    constexpr std::size_t reach_tokens = 8;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i) {
        if (!text.same_line(i, index)) continue;
        std::size_t end = i + person_at(text, i);
        if (end == i || end > index) continue;
        // "Anak Usia 5 tahun" names nobody.
        bool only_bridges = true;
        for (std::size_t at = i; at < index; ++at)
            only_bridges =
                only_bridges && (at < end ? !age_word.has(text, at) : is_bridge(text, at));
        if (only_bridges) return true;
    }
    return false;
}

/// In brackets any name: so many capitalised words or more, none of which is a thing or a place,
/// right before `index`.
bool follows_plain_name(const CaptionText& text, std::size_t index, std::size_t fewest) {
    static const auto& no_name = words("not_a_name");
    constexpr std::size_t longest_name = 4;
    std::size_t names = 0;
    for (std::size_t i = index;
         i-- > 0 && names < longest_name && text.is_word(i) && text.same_line(i, index); ++names) {
        if (no_name.has(text, i)) return false;
        if (!text.token(i).capital) break;
    }
    return names >= fewest;
}

/// "3", "1,5", "3 ½", "3 (tiga)", "dua puluh": the first token behind a number, or `index`.
std::size_t number_end(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest = 3;
    constexpr char32_t fraction_slash = 0x2044;
    std::size_t at = index;
    while (is_number_word(text, at) && text.same_line(at, index)) ++at;
    if (at > index) return at;
    const auto is_fraction = [&](std::size_t slash) {
        return (text.is_mark(slash, fraction_slash) || text.is_mark(slash, U'/')) &&
               text.touches_previous(slash) && text.is_number(slash + 1) &&
               text.touches_previous(slash + 1) && text.length(slash + 1) == 1;
    };
    if (!text.is_number(index) || text.length(index) > longest || text.value(index) > oldest)
        return index;
    ++at;
    if (text.is_word(at, U"setengah")) return at + 1;
    const bool decimal = text.is_mark(at, U",.") && text.is_number(at + 1) &&
                         text.touches_previous(at) && text.touches_previous(at + 1);
    if (decimal) at += 2;
    else if (is_fraction(at)) at += 2;
    else if (text.is_number(at) && is_fraction(at + 1)) at += 3;
    // "3 (tiga) tahun"
    std::size_t close = at + 1;
    while (text.is_mark(at, U'(') && is_number_word(text, close)) ++close;
    return close > at + 1 && text.is_mark(close, U')') ? close + 1 : at;
}

/// "3 tahun", "1,5 th", "18 bulan", "45-an tahun": the tokens of a number and its unit, or 0.
std::size_t one_age_at(const CaptionText& text, std::size_t index, bool or_weeks) {
    static const auto& years = words("years");
    static const auto& weeks = words("weeks");
    std::size_t at = number_end(text, index);
    if (at == index) return 0;
    const std::size_t an = text.is_mark(at, U'-') ? at + 1 : at;
    if (text.is_word(an, U"an")) at = an + 1;
    const auto unit = std::max(years.match(text, at), or_weeks ? weeks.match(text, at) : 0);
    return unit == 0 ? 0 : at + unit - index;
}

/// "Bapak Sutrisno, 56, menerima ...": as newspapers write it.
bool is_between_commas(const CaptionText& text, std::size_t index) {
    constexpr int youngest = 5, eldest = 110;
    return text.is_mark(index - 1, U',') && text.is_mark(index + 1, U',') &&
           text.value(index) >= youngest && text.value(index) <= eldest;
}

/// "usia 45", "umur : 3", "umur 45-an": no range and no rule.
std::size_t bare_age_at(const CaptionText& text, std::size_t index) {
    static const auto& rule = words("age_rule");
    if (!text.is_number(index) || text.value(index) < 1 || text.value(index) > oldest ||
        text.length(index) > 3)
        return 0;
    std::size_t at = index + 1;
    const std::size_t an = text.is_mark(at, U'-') ? at + 1 : at;
    if (text.is_word(an, U"an")) return an + 1 - index;
    const auto close = text.token(index).end;
    constexpr std::u32string_view joins = U".,-/:+%";
    if (is_alphanumeric(text.at(close)) || text.is_mark(at, U"-%+") || text.is_number(at) ||
        (text.at(close) != 0 && joins.find(text.at(close)) != joins.npos &&
         is_digit(text.at(close + 1))))
        return 0;
    return rule.has(text, at) && text.same_line(at, index) ? 0 : 1;
}

/// What may join the parts of an age: "3 tahun/4 bulan", "3 tahun dan 4 bulan", "3 tahun (4
/// bulan)"; the first token behind it.
std::size_t over_joint(const CaptionText& text, std::size_t at) {
    constexpr std::u32string_view signs = U".,;/-+&(";
    for (int sign = 0; sign < 2; ++sign) {
        const bool mark =
            text.is_mark(at) && signs.find(text.at(text.token(at).begin)) != signs.npos;
        if (!mark && !text.is_word(at, U"dan") && !text.is_word(at, U"lebih") &&
            !text.is_word(at, U"and") && !text.is_word(at, U"lewat") &&
            !text.is_word(at, U"kurang"))
            break;
        ++at;
    }
    return at;
}

/// "3 tahun setengah", "90 tahun lebih"
std::size_t over_rest(const CaptionText& text, std::size_t at, std::size_t index) {
    static const auto& rest = words("age_rest");
    if (text.is_mark(at, U'-') && text.is_word(at + 1, U"an")) return at + 2;
    return text.same_line(at, index) ? at + rest.match(text, at) : at;
}

/// "45 tahun", "61 years old", "3 tahun 4 bulan", "2 th, 6 bln dan 3 hari": the tokens, or 0.
/// `told`: behind "umur", where weeks and days are an age and no unit is needed. Without a unit
/// else only in brackets: "(83)".
std::size_t age_at(const CaptionText& text, std::size_t index, bool in_brackets, bool told) {
    static const auto& rule = words("age_rule");
    auto count = one_age_at(text, index, told);
    if (count == 0) {
        const bool closed = in_brackets && text.is_mark(index + 1, U')') && text.value(index) >= 1;
        const bool alone = closed || is_between_commas(text, index);
        if (alone && text.value(index) <= oldest && text.length(index) <= 3) return 1;
        return told ? bare_age_at(text, index) : 0;
    }
    const auto unit = text.lower(text.token(index + count - 1));
    constexpr int most_parts = 3;
    for (int part = 0; part < most_parts; ++part) {
        const auto next = over_joint(text, index + count);
        const auto more = text.same_line(next, index) ? one_age_at(text, next, true) : 0;
        if (more == 0) break;
        // "3 tahun - 5 tahun" is a range.
        if (text.lower(text.token(next + more - 1)) == unit) return 0;
        count = next + more - index;
        if (text.is_mark(next - 1, U'(') && text.is_mark(index + count, U')')) ++count;
    }
    count = over_rest(text, index + count, index) - index;
    // "5-7 tahun" never reaches here; "17 tahun ke atas" is a rule.
    const auto next = index + count;
    return text.same_line(next, index) && (rule.has(text, next) || text.is_word(next, U"and"))
               ? 0
               : count;
}

/// "usia 4 th a.n. Kirana", "umur 7 tahun, anak Dimas".
bool leads_to_person(const CaptionText& text, std::size_t index) {
    static const auto& owner = words("account_owner");
    static const auto& no_name = words("not_a_name");
    std::size_t at = text.is_mark(index, U',') ? index + 1 : index;
    if (!text.same_line(at, index - 1)) return false;
    if (text.is_mark(at, U'(') && person_at(text, at + 1) > 0) return true;
    if (named_person(text, at) > 0) return true;
    const auto count = owner.match(text, at);
    if (count == 0) return false;
    at += text.is_mark(at + count, U'.') ? count + 1 : count;
    return text.is_word(at) && text.token(at).capital && !no_name.has(text, at);
}

/// The word "umur" before a number, over "kurang lebih", "±", ":"; the number's token where none
/// is.
std::size_t age_word_before(const CaptionText& text, std::size_t index) {
    static const auto& age_word = words("age");
    static const auto& about = words("age_about");
    constexpr std::size_t longest = 4, longest_name = 6;
    constexpr std::u32string_view signs = U":=~(\u00B1\u2248.";
    // "umur Rizki 3 tahun"
    for (std::size_t at = index > longest_name ? index - longest_name : 1; at < index; ++at)
        if (age_word.has(text, at - 1) && text.same_line(at, index) &&
            at + person_at(text, at) == index)
            return at - 1;
    for (std::size_t at = index; at > 0 && index - at <= longest;) {
        std::size_t begin = at - 1;
        if (!text.same_line(begin, index)) break;
        if (age_word.has(text, begin)) return begin;
        const bool mark =
            text.is_mark(begin) && signs.find(text.at(text.token(begin).begin)) != signs.npos;
        bool word = false;
        for (std::size_t size = 1; size <= 3 && size <= at && !word; ++size)
            if (about.match(text, at - size) == size) word = true, begin = at - size;
        if (!mark && !word) break;
        at = begin;
    }
    return index;
}

/// "Anak Rizki 3 tahun", "Mbah Karto 90 tahun,": of a child or an old person the age follows the
/// name; of others it may be a time: "Pak Karto 5 tahun menjabat".
bool is_age_of_young_or_old(const CaptionText& text, std::size_t index, std::size_t end) {
    static const auto& title = words("aged_title");
    constexpr std::size_t longest_name = 6;
    if (text.is_word(end) && text.same_line(end, index)) return false;
    for (std::size_t i = index > longest_name ? index - longest_name : 0; i < index; ++i)
        if (title.has(text, i) && text.same_line(i, index) && i + person_at(text, i) == index)
            return true;
    return false;
}

/// Whether only signs stand between a date of birth and a place: "12 Agustus 1985 (41 tahun)".
bool follows_birth(const CaptionText& text, std::size_t index,
                   const std::vector<std::size_t>& births) {
    while (index > 0 && text.is_mark(index - 1, U"(,/-")) --index;
    return std::binary_search(births.begin(), births.end(), index);
}

/// The tokens of an age of somebody that begins at `index`, or 0.
std::size_t told_age_at(const CaptionText& text, std::size_t index,
                        const std::vector<std::size_t>& births) {
    static const auto& tenure = words("tenure");
    const auto before = age_word_before(text, index);
    const bool told = before != index;
    const auto count = age_at(text, index, text.is_mark(index - 1, U'('), told);
    if (count == 0) return 0;
    // "Mbah Karto (45)": in brackets any name; else one with a title, for "Gedung Serbaguna 10
    // tahun" is none.
    const std::size_t bracket = before > 0 && text.is_mark(before - 1, U'(') ? before - 1 : before;
    if (follows_birth(text, before, births)) return count;
    if (told && before + 1 < index && before + 1 + person_at(text, before + 1) == index)
        return count;
    if (bracket != before && follows_plain_name(text, bracket, count > 1 ? 1 : 2)) return count;
    // In words it may be a time as well.
    if (!text.is_number(index) && !told) return 0;
    const auto end = index + count;
    const bool ends = !text.is_word(end) || !text.same_line(end, index);
    // "Bu Ani / 35 th"; "Pak Budi sudah 10 tahun menjabat" is none.
    const bool parted = ends && text.is_mark(before - 1, U"/-|");
    if (!told && !ends && tenure.has(text, end)) return 0;
    const bool is_told = told || bracket != before || parted || text.is_mark(before - 1, U',') ||
                         text.is_word(before - 1, U"sudah") || text.is_word(before - 1, U"kini") ||
                         text.is_word(before - 1, U"baru");
    if (!is_told) return is_age_of_young_or_old(text, index, index + count) ? count : 0;
    const bool is_somebodys =
        follows_person(text, before) ||
        (told && (leads_to_person(text, index + count) || is_field_of_a_person(text, before) ||
                  follows_small_name(text, before)));
    return is_somebodys ? count : 0;
}

}  // namespace

std::size_t person_at(const CaptionText& text, std::size_t index) {
    static const auto& honorific = words("honorific");
    if (const auto count = named_person(text, index)) return count;
    constexpr std::size_t longest_name = 4;
    std::size_t at = index;
    for (int titles = 0; titles < 3 && honorific.has(text, at); ++titles) {
        ++at;
        if (text.is_mark(at, U'.')) ++at;
    }
    if (at == index) return plain_name_at(text, index);
    std::size_t names = 0;
    while (names < longest_name && is_known_name(text, at) && !is_son_or_daughter(text, at))
        ++at, ++names;
    return names > 0 ? at - index : 0;
}

void find_ages(const AnalysedCaption& reading, const std::vector<std::size_t>& births,
               CaptionFindings& findings) {
    const auto& text = reading.text;
    for (std::size_t i = 1; i < text.tokens().size() && findings.size() < most_findings; ++i) {
        const bool begins_words = is_number_word(text, i) && !is_number_word(text, i - 1);
        if (!text.is_number(i) && !begins_words) continue;
        const auto count = told_age_at(text, i, births);
        if (count == 0) continue;
        const Span place = text.span(i, i + count);
        findings.push_back(personal_finding(text, PersonalKind::age, place));
        i += count - 1;
    }
}

}  // namespace mediaedit::internal
