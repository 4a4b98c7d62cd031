// What surrounds a list of names: its heading, and the numbers of its items.
#include "caption/privacy/list_headings.hpp"

#include "language/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

/// "Kelompok 1", "Regu B": its members are private persons.
bool is_numbered_group(const CaptionText& text, std::size_t index) {
    static const auto& groups = words("numbered_group");
    const auto count = groups.match(text, index);
    return count > 0 && (text.is_number(index + count) || is_item_letter(text, index + count));
}

/// Whether the heading is of places: "Desa penerima: ...", "Lokasi: ..."; not "Dusun Krajan
/// penerima".
bool is_of_places(const CaptionText& text, std::size_t index, std::size_t end) {
    static const auto& places = words("place_heading");
    static const auto& people = words("people_heading");
    static const auto& personal = words("personal_heading");
    const auto count = places.match(text, index);
    const auto next = index + count;
    return count > 0 && (next >= end || text.is_word(next, U"yang") || people.has(text, next) ||
                         personal.has(text, next));
}

}  // namespace

bool is_item_letter(const CaptionText& text, std::size_t index) {
    constexpr std::size_t longest_roman = 5;
    if (!text.is_word(index)) return false;
    if (text.length(index) == 1) return true;
    return is_roman(text.lower(text.token(index)), longest_roman);
}

std::size_t skip_item_number(const CaptionText& text, std::size_t at) {
    constexpr std::size_t longest_number = 3;
    std::size_t next = at;
    const bool open = text.is_mark(next, U'(');
    if (open) ++next;
    bool said = text.is_word(next, U"ke") && text.is_mark(next + 1, U'-');
    if (said) next += 2;
    if (text.is_word(next, U"no") || text.is_word(next, U"nomor") || text.is_mark(next, U'#')) {
        said = true;
        ++next;
        if (text.is_mark(next, U'.')) ++next;
    }
    const bool number = text.is_number(next) && text.length(next) <= longest_number;
    if (!number && (said || !is_item_letter(text, next))) return at;
    // "A1."
    const bool both = !number && text.is_number(next + 1) && text.touches_previous(next + 1);
    next += both ? 2 : 1;
    if (open) return text.is_mark(next, U')') ? next + 1 : at;
    const auto behind = text.skip_marks(next, U".)]");
    return number || behind != next ? behind : at;
}

ListHeading list_heading(const CaptionText& text, std::size_t begin, std::size_t end) {
    static const auto& people = words("people_heading");
    static const auto& naming = words("naming_heading");
    static const auto& personal = words("personal_heading");
    static const auto& office = words("office_heading");
    static const auto& becomes = words("becomes_office");
    static const auto& thanks = words("thanks");
    static const auto& served_by = words("served_by");
    ListHeading heading;
    bool given = false, forced = false, thanked = false;
    for (std::size_t i = begin; i < end;) {
        const auto own = personal.match(text, i), serves = office.match(text, i),
                   group = people.match(text, i), names = naming.match(text, i);
        given = given || text.is_word(i, U"kepada");
        const bool is_own = own >= std::max<std::size_t>(serves, 1) || is_numbered_group(text, i);
        if (is_own) heading.personal = true;
        else if ((serves > 0 || is_of_places(text, i, end)) && !heading.people && !heading.personal)
            heading.office = true;
        if (is_own || group > names) forced = false;
        forced = forced || served_by.has(text, i) ||
                 (serves > 0 && i > begin && becomes.has(text, i - 1));
        thanked = (thanked || (thanks.has(text, i) && !heading.any())) && names == 0;
        if (names > 0) heading.naming = true;
        if (group > names && serves == 0) heading.people = true;
        i += is_own ? std::max<std::size_t>(own, 1) : std::max<std::size_t>(serves, 1);
    }
    if (heading.personal && given) heading.office = false;
    // Donors are thanked in public: "Terima kasih atas sumbangan dari:"
    const bool gave =
        end > begin && (text.is_word(end - 1, U"dari") || text.is_word(end - 1, U"from"));
    heading.office = heading.office || forced || thanked || gave;
    return heading;
}

}  // namespace mediaedit::internal
