// Home addresses and coordinates of homes. The place of an activity is not reported.
#include "caption/privacy/address_parts.hpp"
#include "caption/privacy/person_mentions.hpp"
#include "caption/privacy/personal.hpp"
#include "language/numbers/coordinates.hpp"
#include "language/phrases.hpp"

#include <cstdint>
#include <string_view>

namespace mediaedit::internal {
namespace {

/// What the words before an address say about it. They are those of the same line, and "Nama: ..."
/// in the line before.
struct Before {
    bool home = false, office = false, person = false;
};

/// A person as neighbours say it, in small letters: "mbah jum", "pak rt".
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
        // The nearer one of a home and an office counts.
        if (const auto count = office.match(text, i); count > 0 && text.same_sentence(i, index))
            found.office = true, found.home = false, i += count - 1;
        else if (home.has(text, i)) found.home = true, found.office = false;
        // Persons of earlier sentences count too.
        if (named_person(text, i) > 0 || is_neighbour(text, i)) found.person = true;
    }
    return found;
}

/// Whether a form's field, as on an identity card, says that somebody lives there: "Alamat : KRAJAN
/// RT 002/RW 001", "RT/RW : 002/001", "Tinggal di Ds. Sukamaju RT 2 RW 3". An office in the lines
/// before, or a word for many homes, rules it out.
bool is_field_of_a_home(const CaptionText& text, std::size_t index) {
    static const auto& field = words("address_field");
    static const auto& lives = words("lives_at");
    static const auto& many = words("not_one_home");
    static const auto& office = words("office_place");
    constexpr std::size_t reach_tokens = 40;
    constexpr std::uint32_t reach_lines = 3;
    const auto line = text.token(index).line;
    bool lives_there = false;
    for (std::size_t i = index + 1; i-- > 0 && index - i <= reach_tokens;) {
        const auto& token = text.token(i);
        if (token.line + reach_lines < line) break;
        if (many.has(text, i) || office.has(text, i)) return false;
        if (token.line != line) continue;
        const bool begins = i == 0 || text.is_line_break(i - 1) || text.is_mark(i - 1);
        // "RT/RW: 12/4" is a count.
        const auto count = begins ? field.match(text, i) : 0;
        const auto behind = i + count + 1;
        if (count > 0 && text.is_mark(i + count, U':') &&
            (!text.is_number(behind) || text.at(text.token(behind).begin) == U'0'))
            lives_there = true;
        if (lives.has(text, i) && i < index && token.sentence == text.token(index).sentence)
            lives_there = true;
    }
    for (std::size_t i = index; text.same_line(i, index) && i < index + reach_tokens; ++i)
        if (many.has(text, i) || text.is_mark(i, U'?')) return false;
    return lives_there;
}

/// Whether the address is a home. RT and RW alone are the place of an activity.
bool is_home(const CaptionText& text, std::size_t index, const AddressParts& parts) {
    const auto around = before(text, index);
    if (parts.house) return !around.office && (!parts.block || around.home || around.person);
    if (parts.bare_number && !around.office && (around.home || around.person)) return true;
    if (!parts.neighbourhood) return false;
    return (around.home && around.person) || (parts.rt_and_rw && is_field_of_a_home(text, index));
}

}  // namespace

void find_home_addresses(const AnalysedCaption& caption, const OwnFacts& own,
                         CaptionFindings& findings) {
    const auto& text = caption.text;
    for (std::size_t i = 0; i < text.tokens().size() && findings.size() < most_findings;) {
        if (const auto coordinates = coordinates_at(text, i)) {
            if (before(text, i).home)
                findings.push_back(personal_finding(text, PersonalKind::coordinates, *coordinates));
            i = text.token_from(coordinates->end);
            continue;
        }
        const auto parts = address_parts_at(text, i);
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
