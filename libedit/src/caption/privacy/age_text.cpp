// Ages as people write them.
#include "caption/privacy/age_text.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <string_view>

namespace mediaedit::internal {
namespace {

constexpr int oldest = 120;

/// "3", "1,5", "3 ½", "3 (tiga)", "dua puluh": the first token behind a number, or `index`.
std::size_t number_end(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest = 3;
    std::size_t at = index;
    while (is_number_word(text, at) && text.same_line(at, index)) ++at;
    if (at > index) return at;
    const auto is_fraction = [&](std::size_t slash) {
        return text.is_mark(slash, U"/\u2044") && text.touches_previous(slash) &&
               text.is_number(slash + 1) && text.touches_previous(slash + 1) &&
               text.length(slash + 1) == 1;
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

/// "usia 45", "umur : 3", "umur 45-an"; 0 for a range or a rule.
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

/// The first token behind what joins the parts of an age: "3 tahun/4 bulan", "3 tahun dan 4 bulan",
/// "3 tahun (4 bulan)".
std::size_t skip_age_joint(const CaptionText& text, std::size_t at) {
    for (int sign = 0; sign < 2; ++sign) {
        if (!text.is_mark(at, U".,;/-+&(") && !text.is_word(at, U"dan") &&
            !text.is_word(at, U"lebih") && !text.is_word(at, U"and") &&
            !text.is_word(at, U"lewat") && !text.is_word(at, U"kurang"))
            break;
        ++at;
    }
    return at;
}

/// The first token behind the rest of an age: "3 tahun setengah", "90 tahun lebih".
std::size_t skip_rest(const CaptionText& text, std::size_t at, std::size_t index) {
    static const auto& rest = words("age_rest");
    if (text.is_mark(at, U'-') && text.is_word(at + 1, U"an")) return at + 2;
    return text.same_line(at, index) ? at + rest.match(text, at) : at;
}

}  // namespace

bool is_number_word(const CaptionText& text, std::size_t index) {
    static const auto& numbers = words("number_word");
    return numbers.has(text, index);
}

std::size_t age_at(const CaptionText& text, std::size_t index, bool in_brackets, bool labelled) {
    static const auto& rule = words("age_rule");
    auto count = one_age_at(text, index, labelled);
    if (count == 0) {
        const bool closed = in_brackets && text.is_mark(index + 1, U')') && text.value(index) >= 1;
        const bool alone = closed || is_between_commas(text, index);
        if (alone && text.value(index) <= oldest && text.length(index) <= 3) return 1;
        return labelled ? bare_age_at(text, index) : 0;
    }
    const auto unit = text.lower(text.token(index + count - 1));
    constexpr int most_parts = 3;
    for (int part = 0; part < most_parts; ++part) {
        const auto next = skip_age_joint(text, index + count);
        const auto more = text.same_line(next, index) ? one_age_at(text, next, true) : 0;
        if (more == 0) break;
        // "3 tahun - 5 tahun" is a range.
        if (text.lower(text.token(next + more - 1)) == unit) return 0;
        count = next + more - index;
        if (text.is_mark(next - 1, U'(') && text.is_mark(index + count, U')')) ++count;
    }
    count = skip_rest(text, index + count, index) - index;
    // "5-7 tahun" never reaches here; "17 tahun ke atas" is a rule.
    const auto next = index + count;
    return text.same_line(next, index) && (rule.has(text, next) || text.is_word(next, U"and"))
               ? 0
               : count;
}

}  // namespace mediaedit::internal
