// Home addresses and coordinates; where an activity takes place is none.
#include "caption/privacy/coordinates.hpp"
#include "caption/privacy/personal.hpp"
#include "language/dates/dates.hpp"
#include "language/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// What belongs to an address, from one token on.
struct Parts {
    std::size_t end_token = 0;
    bool street = false, house = false, neighbourhood = false;
    bool rt_and_rw = false;    ///< the neighbourhood is told by both
    bool block = false;        ///< "Blok C23" alone, without a street
    bool bare_number = false;  ///< "Jl. Pandanaran 5": a house where somebody lives, else a part of
                               ///< the street's name
};

bool is_roman(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest = 5;
    const auto word = text.lower(text.token(index));
    return text.is_word(index) && word.size() <= longest &&
           word.find_first_not_of(U"ivx") == std::u32string_view::npos;
}

/// "RT 03/RW 02", "RT/RW : 003/002", "RT 03"; the first token behind it, or `index`.
std::size_t neighbourhood_end(const CaptionText& text, std::size_t index) {
    const auto skip = [&](std::size_t at) {
        constexpr int most_signs = 2;
        for (int signs = 0; signs < most_signs; ++signs)
            if (text.is_mark(at, U"./,-:")) ++at;
        return at;
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

/// What may hang on a house's number: "12B", "12 B", "12-14", "12/3", "12 A/III"; the first token
/// behind it.
std::size_t number_tail(const CaptionText& text, std::size_t at) {
    constexpr std::size_t longest = 4;
    const auto letter = [&](std::size_t index) {
        if (!text.is_word(index) || text.length(index) != 1 || !text.same_line(index, index - 1) ||
            text.token(index).begin > text.token(index - 1).end + 1u)
            return false;
        // "No. 12 A. Yani" is something else.
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
        const bool other =
            tight && (is_roman(text, at + 1) || (text.is_word(at + 1) && text.length(at + 1) == 1));
        if (!number && !other) break;
        at += 2;
    }
    return at;
}

/// "No. 7", "nomor 12A", "no.12/3", "#12", "(No. 12)", "Blok C3", "Blok AA-12"; the first token
/// behind it, or `index`.
std::size_t house_end(const CaptionText& text, std::size_t index) {
    static const auto& house = words("house_number");
    constexpr std::size_t longest = 4, longest_letters = 2;
    const bool bracket = text.is_mark(index, U'(');
    const std::size_t first = bracket ? index + 1 : index;
    const bool sign = text.is_mark(first, U'#') && text.touches_previous(first + 1);
    if (!sign && !house.has(text, first)) return index;
    std::size_t at = first + 1;
    constexpr std::size_t most_signs = 3;
    while (at <= first + most_signs && text.is_mark(at, U".:-#")) ++at;
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

/// "C-12", "AA/7", "C12": a house of an estate, without a word for it; the first token behind it,
/// or `index`.
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

/// "Blok C", "blok B2", "Cluster Melati 3" with a house number behind it; the first token behind
/// the block, or `index`.
std::size_t block_end(const CaptionText& text, std::size_t index) {
    static const auto& block = words("housing_block");
    if (!block.has(text, index)) return index;
    std::size_t at = index + 1;
    constexpr std::size_t longest = 3, most_signs = 3;
    while (at <= index + most_signs && text.is_mark(at, U".:-")) ++at;
    if (!text.same_line(at, index) || (!text.is_word(at) && !text.is_number(at)) ||
        text.length(at) > longest)
        return index;
    ++at;
    if (text.is_number(at) && text.token(at).begin <= text.token(at - 1).end + 1u) ++at;
    const auto behind = text.is_mark(at, U",/-") ? at + 1 : at;
    return house_end(text, behind) != behind ? at : index;
}

/// Whether the street's name goes on behind a word of it, over a dot or hyphen; gives the next
/// word, or `at`. A dot with a space ends it, but for that of a title or an initial: "Jl. Dr.
/// Sutomo", "Jl. W.R. Supratman", "Jl. Raya Solo-Jogja".
std::size_t over_joint(const CaptionText& text, std::size_t at) {
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

/// The name of a street, from its first word on.
struct StreetName {
    std::size_t end = 0;       ///< the first token behind all words
    std::size_t capitals = 0;  ///< the first behind those with capitals, from the first on
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
        at = over_joint(text, at);
    }
    return name;
}

/// A street or hamlet and its name: "Jl. Melati", "Gang Mawar", "Dusun Krajan"; in small letters
/// where a house number follows: "jl flamboyan no 4". The first token behind it, or `index`.
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
        // "jl pandanaran 5": the number was taken with the name.
        if (name.capitals == first && text.is_number(at - 1) && !text.is_number(first)) return at;
    }
    return name.capitals > first ? name.capitals : index;
}

bool is_block(const CaptionText& text, std::size_t index) {
    static const auto& block = words("housing_block");
    return block.has(text, index);
}

/// Behind a street and without a word for it: "Jl. Melati III/12", "Perum Griya Asri C-12"; the
/// first token behind it, or `index`. `sure`: it is a house by its form alone.
std::size_t bare_house_end(const CaptionText& text, std::size_t index, bool estate, bool& sure) {
    constexpr std::size_t longest = 3;
    if (const auto unit = unit_end(text, index); unit != index) {
        sure = estate || (is_roman(text, index) && text.is_mark(index + 1, U'/'));
        return unit;
    }
    if (!text.is_mark(index, U'/') || !text.is_number(index + 1) || !text.touches_previous(index) ||
        !text.touches_previous(index + 1) || text.length(index + 1) > longest)
        return index;
    sure = is_roman(text, index - 1);
    return sure || text.is_number(index - 1) ? number_tail(text, index + 2) : index;
}

/// Whether the address ends in a number that may be the house's: "Jl. Pandanaran 5", "Jl. Melati 12
/// RT 02"; not "Jalan Melati 3 rusak".
bool ends_in_number(const CaptionText& text, std::size_t at) {
    static const auto& behind = words("behind_house");
    constexpr std::size_t longest = 3;
    if (!text.is_number(at - 1) || !text.is_word(at - 2) || text.length(at - 1) > longest)
        return false;
    return !text.is_word(at) || !text.same_line(at, at - 1) || behind.has(text, at);
}

Parts parts_at(const CaptionText& text, std::size_t index) {
    Parts parts;
    std::size_t at = index;
    static const auto& estates = words("estate");
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
                   house != next && (parts.street || is_block(text, next))) {
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
        if (!text.same_line(i, index)) {
            if (text.is_word(i, U"nama") || text.is_word(i, U"name")) found.person = true;
            continue;
        }
        // Of a home and an office what stands nearer counts.
        if (const auto count = office.match(text, i); count > 0 && text.same_sentence(i, index))
            found.office = true, found.home = false, i += count - 1;
        else if (home.has(text, i)) found.home = true, found.office = false;
        // A person who was named in the sentence before lives there no less.
        if (named_person(text, i) > 0 || is_neighbour(text, i)) found.person = true;
    }
    return found;
}

/// Whether a form's field says that somebody lives there, as on an identity card: "Alamat : KRAJAN
/// RT 002/RW 001", "RT/RW : 002/001", "Tinggal di Ds. Sukamaju RT 2 RW 3"; not where the lines
/// before, or words for many, speak of something else.
bool is_field_of_a_home(const CaptionText& text, std::size_t index) {
    static const auto& field = words("address_field");
    static const auto& lives = words("lives_at");
    static const auto& many = words("not_one_home");
    static const auto& office = words("office_place");
    constexpr std::size_t reach_tokens = 40;
    constexpr std::uint32_t reach_lines = 3;
    const auto line = text.token(index).line;
    bool told = false;
    for (std::size_t i = index + 1; i-- > 0 && index - i <= reach_tokens;) {
        const auto& token = text.token(i);
        if (token.line + reach_lines < line) break;
        if (many.has(text, i) || office.has(text, i)) return false;
        if (token.line != line) continue;
        const bool begins = i == 0 || text.is_line_break(i - 1) || text.is_mark(i - 1);
        // "RT/RW: 12/4" counts them.
        const auto count = begins ? field.match(text, i) : 0;
        const auto behind = i + count + 1;
        if (count > 0 && text.is_mark(i + count, U':') &&
            (!text.is_number(behind) || text.at(text.token(behind).begin) == U'0'))
            told = true;
        if (lives.has(text, i) && i < index && token.sentence == text.token(index).sentence)
            told = true;
    }
    for (std::size_t i = index; text.same_line(i, index) && i < index + reach_tokens; ++i)
        if (many.has(text, i) || text.is_mark(i, U'?')) return false;
    return told;
}

/// RT and RW alone are where an activity takes place.
bool is_home(const CaptionText& text, std::size_t index, const Parts& parts) {
    const auto around = before(text, index);
    if (parts.house) return !around.office && (!parts.block || around.home || around.person);
    if (parts.bare_number && !around.office && (around.home || around.person)) return true;
    if (!parts.neighbourhood) return false;
    return (around.home && around.person) || (parts.rt_and_rw && is_field_of_a_home(text, index));
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
        if (is_home(text, i, parts) &&
            !own.has_address(std::u32string_view(text.lower()).substr(place.begin, place.size())))
            findings.push_back(personal_finding(text, PersonalKind::address, place));
        i = parts.end_token;
    }
}

}  // namespace mediaedit::internal
