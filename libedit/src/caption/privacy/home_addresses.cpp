// Home addresses and coordinates; where an activity takes place is none.
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// What belongs to an address, from one token on.
struct Parts {
    std::size_t end_token = 0;
    bool street = false, house = false, neighbourhood = false;
    bool block = false;        ///< "Blok C23" alone, without a street
    bool bare_number = false;  ///< "Jl. Pandanaran 5": a house where somebody lives, else a part of
                               ///< the street's name
};

bool same_line(const CaptionText& text, std::size_t a, std::size_t b) {
    return text.token(a).line == text.token(b).line;
}

/// "RT 03/RW 02", "RT/RW 03/02", "RT 03"; the first token behind it, or `index`.
std::size_t neighbourhood_end(const CaptionText& text, std::size_t index) {
    const auto skip = [&](std::size_t at) {
        return text.is_mark(at, U'.') || text.is_mark(at, U'/') || text.is_mark(at, U',') ||
                       text.is_mark(at, U'-')
                   ? at + 1
                   : at;
    };
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

/// "No. 7", "nomor 12A", "no.12/3", "Blok C3"; the first token behind it, or `index`.
std::size_t house_end(const CaptionText& text, std::size_t index) {
    static const auto& house = words("house_number");
    constexpr std::size_t longest = 4;
    if (!house.has(text, index)) return index;
    std::size_t at = index + 1;
    while (text.is_mark(at, U'.') || text.is_mark(at, U':') || text.is_mark(at, U'-')) ++at;
    if (text.is_word(at) && text.token(at).end - text.token(at).begin == 1 &&
        (text.is_number(at + 1) || text.is_mark(at + 1, U'-')))
        at += text.is_number(at + 1) ? 1 : 2;
    if (!same_line(text, at, index) || !text.is_number(at) ||
        text.token(at).end - text.token(at).begin > longest)
        return index;
    ++at;
    if (text.is_word(at) && text.token(at).begin == text.token(at - 1).end &&
        text.token(at).end - text.token(at).begin == 1)
        ++at;
    return at;
}

/// "Blok C", "blok B2", "Cluster Melati 3" with a house number behind it; the first token behind
/// the block, or `index`.
std::size_t block_end(const CaptionText& text, std::size_t index) {
    static const auto& block = words("housing_block");
    if (!block.has(text, index)) return index;
    std::size_t at = index + 1;
    while (text.is_mark(at, U'.') || text.is_mark(at, U':') || text.is_mark(at, U'-')) ++at;
    constexpr std::size_t longest = 3;
    if (!same_line(text, at, index) || (!text.is_word(at) && !text.is_number(at)) ||
        text.token(at).end - text.token(at).begin > longest)
        return index;
    ++at;
    if (text.is_number(at) && text.token(at).begin <= text.token(at - 1).end + 1u) ++at;
    const auto behind =
        text.is_mark(at, U',') || text.is_mark(at, U'/') || text.is_mark(at, U'-') ? at + 1 : at;
    return house_end(text, behind) != behind || (text.is_mark(at, U'/') && text.is_number(behind))
               ? at
               : index;
}

/// A street or hamlet and its name: "Jl. Melati", "Gang Mawar", "Dusun Krajan"; in small letters
/// where a house number follows: "jl flamboyan no 4". The first token behind it, or `index`.
std::size_t street_end(const CaptionText& text, std::size_t index, bool or_hamlet) {
    static const auto& street = words("street");
    static const auto& hamlet = words("hamlet");
    static const auto& no_name = words("no_street_name");
    constexpr std::size_t longest_name = 4;
    if (const auto block = block_end(text, index); block != index) return block;
    const auto count =
        std::max(street.match(text, index), or_hamlet ? hamlet.match(text, index) : 0);
    if (count == 0) return index;
    std::size_t at = index + count;
    if (text.is_mark(at, U'.')) ++at;
    const std::size_t first = at;
    std::size_t capitals = first;
    bool only_capitals = true;
    while (at < first + longest_name && same_line(text, at, index) &&
           (text.is_word(at) || text.is_number(at)) && house_end(text, at) == at &&
           block_end(text, at) == at && neighbourhood_end(text, at) == at &&
           (at == first || !street.has(text, at))) {
        if (at > first && !text.token(at).capital && no_name.has(text, at))
            break;  // "jl melati depan ..."
        only_capitals = only_capitals && (text.token(at).capital || text.is_number(at));
        ++at;
        if (only_capitals) capitals = at;
        if (text.is_mark(at, U'.') && text.is_word(at + 1) &&
            text.token(at).end == text.token(at + 1).begin)
            ++at;  // "Jl. R.A. Kartini"
    }
    if (at > first && !only_capitals && !no_name.has(text, first)) {
        const auto behind = text.is_mark(at, U',') ? at + 1 : at;
        if (house_end(text, behind) != behind || block_end(text, behind) != behind ||
            (neighbourhood_end(text, behind) != behind && capitals == first))
            return at;
        // "jl pandanaran 5": the number was taken with the name.
        if (capitals == first && text.is_number(at - 1) && !text.is_number(first)) return at;
    }
    return capitals > first ? capitals : index;
}

bool is_block(const CaptionText& text, std::size_t index) {
    static const auto& block = words("housing_block");
    return block.has(text, index);
}

Parts parts_at(const CaptionText& text, std::size_t index) {
    Parts parts;
    std::size_t at = index;
    for (int part = 0; part < 5; ++part) {
        std::size_t next = at;
        if (part > 0 && (text.is_mark(next, U',') || text.is_mark(next, U'-')) &&
            same_line(text, next, index))
            ++next;
        if (const auto street = street_end(text, next, part == 0); street != next && !parts.house) {
            at = street;
            parts.street = true;
            parts.bare_number =
                text.is_number(at - 1) && text.is_word(at - 2) &&
                text.token(at - 1).end - text.token(at - 1).begin <= 3 &&
                !(text.is_word(at) && text.token(at).line == text.token(at - 1).line);
        } else if (const auto house = house_end(text, next);
                   house != next && (parts.street || is_block(text, next))) {
            at = house;
            parts.house = true;
            parts.block = !parts.street;
        } else if (const auto rt = neighbourhood_end(text, next);
                   rt != next && !parts.neighbourhood)
            at = rt, parts.neighbourhood = true;
        else break;
    }
    parts.end_token = at;
    return parts;
}

/// What the words before an address say of it; of one line and the line before ("Nama: ...").
struct Before {
    bool home = false, office = false, person = false;
};

/// "mbah jum", "pak rt": somebody spoken of as neighbours do, in small letters.
bool is_neighbour(const CaptionText& text, std::size_t index) {
    static const auto& title = words("neighbour_title");
    static const auto& no_name = words("not_a_name");
    return title.has(text, index) && text.is_word(index + 1) && !no_name.has(text, index + 1);
}

Before before(const CaptionText& text, std::size_t index) {
    static const auto& home = words("home");
    static const auto& office = words("office_place");
    constexpr std::size_t reach_tokens = 18;
    Before found;
    for (std::size_t i = index > reach_tokens ? index - reach_tokens : 0; i < index; ++i) {
        if (text.token(i).line + 1 < text.token(index).line) continue;
        if (!same_line(text, i, index)) {
            if (text.is_word(i, U"nama") || text.is_word(i, U"name")) found.person = true;
            continue;
        }
        // Of a home and an office what stands nearer counts.
        if (const auto count = office.match(text, i);
            count > 0 && text.token(i).sentence == text.token(index).sentence)
            found.office = true, found.home = false, i += count - 1;
        else if (home.has(text, i)) found.home = true, found.office = false;
        // A person who was named in the sentence before lives there no less.
        if (named_person(text, i) > 0 || is_neighbour(text, i)) found.person = true;
    }
    return found;
}

/// RT and RW alone are where an activity takes place.
bool is_home(const Parts& parts, const Before& around) {
    if (parts.house) return !around.office && (!parts.block || around.home || around.person);
    if (parts.bare_number && !around.office && (around.home || around.person)) return true;
    return parts.neighbourhood && around.home && around.person;
}

bool is_fraction(const CaptionText& text, std::size_t index) {
    constexpr std::size_t decimals = 4;
    return text.is_number(index) && (text.is_mark(index + 1, U'.')) && text.is_number(index + 2) &&
           text.token(index + 2).end - text.token(index + 2).begin >= decimals &&
           text.token(index + 1).begin == text.token(index).end &&
           text.token(index + 2).begin == text.token(index + 1).end;
}

/// "-7.123456, 110.654321" within Indonesia.
std::optional<Span> coordinates_at(const CaptionText& text, std::size_t index) {
    if (!is_fraction(text, index) || text.value(index) < 0 || text.value(index) > 11)
        return std::nullopt;
    std::size_t at = index + 3;
    if (text.is_mark(at, U',')) ++at;
    if (!is_fraction(text, at) || text.value(at) < 94 || text.value(at) > 141) return std::nullopt;
    const bool minus = text.token(index).begin > 0 && text.at(text.token(index).begin - 1) == U'-';
    return Span{text.token(index).begin - (minus ? 1u : 0u), text.token(at + 2).end};
}

}  // namespace

void find_home_addresses(const AnalysedCaption& reading, const OwnFacts& own,
                         CaptionFindings& findings) {
    const auto& text = reading.text;
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings;) {
        if (const auto coordinates = coordinates_at(text, i)) {
            if (before(text, i).home)
                findings.push_back(personal_finding(text, PersonalKind::coordinates, *coordinates));
            i = text.token_from(coordinates->end);
            continue;
        }
        const auto parts = parts_at(text, i);
        if (parts.end_token == i) {
            ++i;
            continue;
        }
        const Span place{text.token(i).begin, text.token(parts.end_token - 1).end};
        if (is_home(parts, before(text, i)) &&
            !own.has_address(std::u32string_view(text.lower()).substr(place.begin, place.size())))
            findings.push_back(personal_finding(text, PersonalKind::address, place));
        i = parts.end_token;
    }
}

}  // namespace mediaedit::internal
