// What surrounds a list of names: its heading, and the numbers of its items.
#include "caption/privacy/list_headings.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <string_view>

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

/// The token behind the last word before `index`; skips at most six signs, not beyond `begin`.
std::size_t last_word_end(const CaptionText& text, std::size_t begin, std::size_t index) {
    constexpr std::size_t most = 6;
    for (std::size_t i = 0; i < most && index > begin && text.is_mark(index - 1); ++i) --index;
    return index;
}

bool has(const CaptionText& text, const Phrases& phrases, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (phrases.has(text, i)) return true;
    return false;
}

bool has_colon(const CaptionText& text, std::size_t begin, std::size_t end) {
    for (std::size_t i = begin; i < end; ++i)
        if (text.is_mark(i, U":=")) return true;
    return false;
}

/// Whether the words behind the names give them an office: "... selaku kader posyandu", "... yang
/// menjadi panitia"; not "... oleh Kepala Desa".
bool is_office_behind(const CaptionText& text, std::size_t end) {
    static const auto& others = words("no_receiver");
    constexpr std::size_t longest = 6;
    std::size_t rest = end;
    while (rest < end + longest && text.is_word(rest) && !others.has(text, rest) &&
           !text.is_word(rest, U"di"))
        ++rest;
    return list_heading(text, end, rest).office;
}

/// Whether names without a lead are private persons: "Penerima BLT bulan ini Sukinem, ...",
/// "Sukinem,
/// ... menerima BLT".
bool stands_alone(const CaptionText& text, std::size_t begin, std::size_t stop, std::size_t end,
                  const ListHeading& heading) {
    static const auto& not_behind = words("no_receiver");
    static const auto& office = words("office_heading");
    static const auto& receives = words("receiver_verb");
    if (heading.office) return false;
    if (stop > begin) {
        constexpr std::size_t shortest_passive = 5;
        const auto word = text.lower(text.token(stop - 1));
        if (word.size() >= shortest_passive && word.starts_with(U"di")) return false;
        if (not_behind.ends_at(text, begin, stop) || office.ends_at(text, begin, stop))
            return false;
        if (heading.people || heading.personal) return true;
    }
    return receives.has(text, end);
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

bool leads_to_names(const CaptionText& text, std::size_t begin, std::size_t index) {
    static const auto& leads = words("list_lead");
    static const auto& receivers = words("receiver_lead");
    if (text.is_mark(index - 1, U":=")) return true;
    const auto end = last_word_end(text, begin, index);
    return leads.ends_at(text, begin, end) || receivers.ends_at(text, begin, end);
}

bool are_private_persons(const CaptionText& text, Span line, const NamesInLine& names,
                         ListHeading& heading) {
    static const auto& leads = words("list_lead");
    static const auto& receivers = words("receiver_lead");
    static const auto& thanks = words("thanks");
    const auto [index, end, mostly_known] = names;
    // In tokens, to limit the time.
    constexpr std::size_t longest = 120;
    const auto far = index - std::min(index - line.begin, longest);
    std::size_t begin = index;
    while (begin > far && text.same_sentence(begin - 1, index)) --begin;
    const auto stop = last_word_end(text, line.begin, index);
    const auto in_sentence = list_heading(text, begin, std::max(begin, stop));
    heading = list_heading(text, std::min(far, stop), stop);
    heading.office = in_sentence.office;
    if (has_colon(text, stop, index)) return heading.any();
    if (leads.ends_at(text, line.begin, stop)) {
        heading.naming = true;
        return true;
    }
    // There is little evidence left but the sentence, so most of the names must be known ones.
    const bool is_behind_colon = has_colon(text, far, index);
    heading.personal = heading.personal && is_behind_colon;
    if (!mostly_known || has(text, thanks, begin, index)) return false;
    const bool serves = is_office_behind(text, end);
    if (receivers.ends_at(text, line.begin, stop)) {
        const bool is_verb = text.is_word(stop - 1, U"adalah") || text.is_word(stop - 1, U"ialah");
        if (is_verb) {
            heading.personal = in_sentence.personal;
            return in_sentence.any() && !in_sentence.office;
        }
        heading.office = false;
        return !serves;
    }
    // "Jadwal ronda: Senin Paijo, ... . Selasa Karto, ..."
    const bool of_line = is_behind_colon && !in_sentence.any() && !in_sentence.office;
    return stands_alone(text, begin, stop, end, of_line ? heading : in_sentence) && !serves;
}

}  // namespace mediaedit::internal
