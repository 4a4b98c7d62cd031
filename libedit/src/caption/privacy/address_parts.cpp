// Addresses: street, house number, neighbourhood (RT, RW).
#include "caption/privacy/address_parts.hpp"

#include "language/dates/dates.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <string_view>

namespace mediaedit::internal {
namespace {

// What ends in "_end" or begins with "skip" returns the first token behind something, or the token
// it was given where there is none.

bool is_roman_number(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest = 5;
    return text.is_word(index) && internal::is_roman(text.lower(text.token(index)), longest);
}

/// "RT 03/RW 02", "RT/RW : 003/002", "RT 03"
std::size_t neighbourhood_end(const CaptionText& text, std::size_t index) {
    const auto skip = [&](std::size_t at) { return text.skip_marks(at, U"./,-:", 2); };
    if (!text.is_word(index, U"rt")) return index;
    std::size_t at = skip(index + 1);
    if (text.is_word(at, U"rw")) {
        at = skip(at + 1);
        if (!text.is_number(at) || !text.is_number(skip(at + 1))) return index;
        return skip(at + 1) + 1;
    }
    if (!text.is_number(at)) return index;
    const std::size_t rt_end = at + 1;
    at = skip(rt_end);
    if (text.is_mark(rt_end, U'/') && text.is_number(at)) return at + 1;
    if (!text.is_word(at, U"rw")) return rt_end;
    at = skip(at + 1);
    return text.is_number(at) ? at + 1 : rt_end;
}

/// The rest of a house number behind its first digits: "12B", "12 B", "12-14", "12/3", "12 A/III".
std::size_t number_tail(const CaptionText& text, std::size_t at) {
    constexpr std::size_t longest = 4;
    const auto letter = [&](std::size_t index) {
        if (!text.is_word(index) || text.length(index) != 1 || !text.same_line(index, index - 1) ||
            text.token(index).begin > text.token(index - 1).end + 1u)
            return false;
        // In "No. 12 A. Yani" the letter is an initial.
        const bool behind = text.is_word(index + 1) && text.same_line(index + 1, index) &&
                            !text.is_word(index + 1, U"rt");
        return text.touches_previous(index) ||
               (!(text.touches_previous(index + 1) && text.is_mark(index + 1, U'.')) &&
                (text.token(index).capital || !behind));
    };
    for (int part = 0; part < 3; ++part) {
        if (behind_until(text, at) == at && letter(at)) ++at;
        // "No. 12 s/d 14"
        if (const auto until = behind_until(text, at);
            until > at + 1 && text.is_number(until) && text.same_line(until, at - 1) &&
            text.length(until) <= longest && !date_at(text, until, DateContext::prose))
            at = until + 1;
        const bool joint = text.is_mark(at, U"-/&");
        if (!joint || !text.same_line(at + 1, at)) break;
        const bool tight = text.touches_previous(at) && text.touches_previous(at + 1);
        const bool number = text.is_number(at + 1) && text.length(at + 1) <= longest;
        // "No. 12 - 14 Juni"
        if (number && !tight && date_at(text, at + 1, DateContext::prose)) break;
        const bool other = tight && (is_roman_number(text, at + 1) ||
                                     (text.is_word(at + 1) && text.length(at + 1) == 1));
        if (!number && !other) break;
        at += 2;
    }
    return at;
}

/// "No. 7", "nomor 12A", "no.12/3", "#12", "(No. 12)", "Blok C3", "Blok AA-12"
std::size_t house_end(const CaptionText& text, std::size_t index) {
    static const auto& house = words("house_number");
    constexpr std::size_t longest = 4, longest_letters = 2;
    const bool bracket = text.is_mark(index, U'(');
    const std::size_t first = bracket ? index + 1 : index;
    const bool sign = text.is_mark(first, U'#') && text.touches_previous(first + 1);
    if (!sign && !house.has(text, first)) return index;
    constexpr std::size_t most_signs = 3;
    std::size_t at = text.skip_marks(first + 1, U".:-#", most_signs);
    if (text.is_word(at) && text.length(at) <= longest_letters) {
        const bool joint = text.is_mark(at + 1, U"-/.");
        if (text.is_number(at + 1)) at += 1;
        else if (joint && text.is_number(at + 2)) at += 2;
    }
    if (!text.same_line(at, index) || !text.is_number(at) || text.length(at) > longest)
        return index;
    at = number_tail(text, at + 1);
    if (!bracket) return at;
    return text.is_mark(at, U')') ? at + 1 : index;
}

/// A house of an estate without "No.": "C-12", "AA/7", "C12".
std::size_t unit_end(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest_letters = 2, longest = 3;
    if (!text.is_word(index) || !text.token(index).capital ||
        text.length(index) > longest_letters || text.is_word(index, U"rt") ||
        text.is_word(index, U"rw"))
        return index;
    const bool joint = text.is_mark(index + 1, U"-/.");
    const std::size_t at = joint ? index + 2 : index + 1;
    if (!text.is_number(at) || text.length(at) > longest || !text.touches_previous(index + 1) ||
        !text.touches_previous(at))
        return index;
    return number_tail(text, at + 1);
}

/// A block that a house number follows: "Blok C", "blok B2", "Cluster Melati 3".
std::size_t block_end(const CaptionText& text, std::size_t index) {
    static const auto& block = words("housing_block");
    if (!block.has(text, index)) return index;
    constexpr std::size_t longest = 3, most_signs = 3;
    std::size_t at = text.skip_marks(index + 1, U".:-", most_signs);
    if (!text.same_line(at, index) || (!text.is_word(at) && !text.is_number(at)) ||
        text.length(at) > longest)
        return index;
    ++at;
    if (text.is_number(at) && text.token(at).begin <= text.token(at - 1).end + 1u) ++at;
    const auto behind = text.is_mark(at, U",/-") ? at + 1 : at;
    return house_end(text, behind) != behind ? at : index;
}

/// A dot or hyphen within a street's name: "Jl. W.R. Supratman", "Jl. Raya Solo-Jogja". A dot with
/// a space behind it ends the name, except behind a title or an initial: "Jl. Dr. Sutomo".
std::size_t skip_joint(const CaptionText& text, std::size_t at) {
    static const auto& title = words("street_title");
    constexpr std::size_t longest_short = 3;
    const bool word = text.is_word(at + 1);
    if ((!word && !text.is_number(at + 1)) || !text.same_line(at + 1, at - 1) ||
        !text.is_word(at - 1))
        return at;
    const bool tight = text.touches_previous(at) && text.touches_previous(at + 1);
    if (text.is_mark(at, U'-')) return tight && word ? at + 1 : at;
    if (!text.is_mark(at, U'.') || !text.touches_previous(at)) return at;
    const bool is_short = text.length(at - 1) <= longest_short || title.has(text, at - 1);
    return (tight && word) || is_short ? at + 1 : at;
}

struct StreetName {
    std::size_t end = 0;       ///< the first token behind all words
    std::size_t capitals = 0;  ///< the first token behind the leading words with capitals
    bool only_capitals = true;
};

StreetName street_name_at(const CaptionText& text, std::size_t first) {
    static const auto& street = words("street");
    static const auto& no_name = words("no_street_name");
    static const auto& title = words("street_title");
    constexpr std::size_t longest_name = 4, longest_with_titles = 8;
    StreetName name{first, first, true};
    std::size_t at = first, count = 0;
    while (count < longest_name && at < first + longest_with_titles * 2 &&
           text.same_line(at, first) && (text.is_word(at) || text.is_number(at)) &&
           house_end(text, at) == at && block_end(text, at) == at &&
           neighbourhood_end(text, at) == at && (at == first || !street.has(text, at)) &&
           (at == first || unit_end(text, at) == at)) {
        if (at > first && !text.token(at).capital && no_name.has(text, at))
            break;  // "jl melati depan ..."
        name.only_capitals = name.only_capitals && (text.token(at).capital || text.is_number(at));
        if (!title.has(text, at) && (text.length(at) > 1 || text.is_number(at))) ++count;
        ++at;
        name.end = at;
        if (name.only_capitals) name.capitals = at;
        at = skip_joint(text, at);
    }
    return name;
}

/// A street or hamlet with its name: "Jl. Melati", "Gang Mawar", "Dusun Krajan". The name may be in
/// small letters where a house number follows: "jl flamboyan no 4".
std::size_t street_end(const CaptionText& text, std::size_t index, bool or_hamlet) {
    static const auto& street = words("street");
    static const auto& hamlet = words("hamlet");
    static const auto& no_name = words("no_street_name");
    if (const auto block = block_end(text, index); block != index) return block;
    const auto count =
        std::max(street.match(text, index), or_hamlet ? hamlet.match(text, index) : 0);
    if (count == 0) return index;
    std::size_t first = index + count;
    if (text.is_mark(first, U'.')) ++first;
    const auto name = street_name_at(text, first);
    const auto at = name.end;
    if (at > first && !name.only_capitals && !no_name.has(text, first)) {
        const auto behind = text.is_mark(at, U',') ? at + 1 : at;
        if (house_end(text, behind) != behind || block_end(text, behind) != behind ||
            (neighbourhood_end(text, behind) != behind && name.capitals == first))
            return at;
        // "jl pandanaran 5": the number was read as part of the name.
        if (name.capitals == first && text.is_number(at - 1) && !text.is_number(first)) return at;
    }
    return name.capitals > first ? name.capitals : index;
}

/// A house number behind a street, without "No.": "Jl. Melati III/12", "Perum Griya Asri C-12".
/// `sure` becomes true where its form alone shows that it is one.
std::size_t bare_house_end(const CaptionText& text, std::size_t index, bool estate, bool& sure) {
    constexpr std::size_t longest = 3;
    if (const auto unit = unit_end(text, index); unit != index) {
        sure = estate || (is_roman_number(text, index) && text.is_mark(index + 1, U'/'));
        return unit;
    }
    if (!text.is_mark(index, U'/') || !text.is_number(index + 1) || !text.touches_previous(index) ||
        !text.touches_previous(index + 1) || text.length(index + 1) > longest)
        return index;
    sure = is_roman_number(text, index - 1);
    return sure || text.is_number(index - 1) ? number_tail(text, index + 2) : index;
}

/// Whether the address ends in a number that may be the house's: "Jl. Pandanaran 5", "Jl. Melati 12
/// RT 02". In "Jalan Melati 3 rusak" it does not.
bool ends_in_number(const CaptionText& text, std::size_t at) {
    static const auto& behind = words("behind_house");
    constexpr std::size_t longest = 3;
    if (!text.is_number(at - 1) || !text.is_word(at - 2) || text.length(at - 1) > longest)
        return false;
    return !text.is_word(at) || !text.same_line(at, at - 1) || behind.has(text, at);
}

}  // namespace

AddressParts address_parts_at(const CaptionText& text, std::size_t index) {
    static const auto& estates = words("estate");
    static const auto& blocks = words("housing_block");
    AddressParts parts;
    std::size_t at = index;
    const bool estate = estates.has(text, index);
    for (int part = 0; part < 5; ++part) {
        std::size_t next = at;
        bool sure = false;
        if (part > 0 && text.is_mark(next, U",-") && text.same_line(next, index)) ++next;
        if (const auto street = street_end(text, next, part == 0); street != next && !parts.house) {
            at = street;
            parts.street = true;
            parts.bare_number = at > next + 2 && ends_in_number(text, at);
        } else if (const auto house = house_end(text, next);
                   house != next && (parts.street || blocks.has(text, next))) {
            at = house;
            parts.house = true;
            parts.block = !parts.street;
        } else if (const auto bare = bare_house_end(text, next, estate, sure);
                   bare != next && parts.street && !parts.house) {
            at = bare;
            parts.house = sure;
            parts.bare_number = !sure;
        } else if (const auto rt = neighbourhood_end(text, next);
                   rt != next && !parts.neighbourhood) {
            parts.rt_and_rw = rt - next > 3;
            at = rt, parts.neighbourhood = true;
        } else break;
    }
    parts.end_token = at;
    return parts;
}

}  // namespace mediaedit::internal
