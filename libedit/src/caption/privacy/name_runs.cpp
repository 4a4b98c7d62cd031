// Names in a row, and whether names are a list.
#include "caption/privacy/name_runs.hpp"

#include "language/phrases.hpp"

#include <algorithm>
#include <optional>

namespace mediaedit::internal {
namespace {

/// Whether a name continues the list. "dan kawan-kawan" does not, nor does a cut name.
bool fits(const PersonName& name, const NameList& list) {
    if (name.cut && (list.names + 1 < fewest_listed_names || !name.known)) return false;
    return list.names == 0 || name.known || name.capital || !list.capital;
}

}  // namespace

void NameList::add(std::size_t begin, std::size_t end, const ListedName& name) {
    if (names++ == 0) first = begin;
    last = end;
    known += name.known ? 1u : 0u;
    offices += name.office ? 1u : 0u;
    marked = marked && name.marked;
    capital = capital && name.capital;
}

bool NameList::is_likely() const noexcept {
    if (names < fewest_listed_names || known == 0 || heading.office) return false;
    // "Budi Santoso (Ketua RT)" is named as an official.
    if (offices * 3 >= names * 2) return false;
    const bool headed = heading.naming || heading.people;
    if (headed && capital) return marked || known * 4 >= names;
    if (headed || (marked && capital)) return known * 3 >= names;
    return known * 2 >= names;
}

std::size_t NameRuns::read(std::size_t at, NameList& list) const {
    for (;;) {
        const auto start = skip_item_number(text_, at);
        const auto name = person_name_at(text_, start);
        if (name.end_token == start || !fits(name, list)) return at;
        list.add(list.names == 0 ? at : list.first, name.end_token,
                 {false, name.known, name.capital, has_office(name.end_token)});
        list.last = at = skip_degrees(remark_end(name.end_token));
        if (name.cut) return at;
        auto next = skip_separators(at);
        if (!next && name.known) next = skip_remark(at);
        if (!next) return at;
        at = *next;
    }
}

/// "(Ketua RT 01)", ", Kepala Desa"
bool NameRuns::has_office(std::size_t at) const {
    static const auto& office = words("office_heading");
    constexpr std::size_t longest = 4;
    if (!text_.is_mark(at, U"(,-")) return false;
    if (!text_.is_mark(at, U'(')) return office.has(text_, at + 1);
    for (std::size_t i = at + 1; i < at + longest && !text_.is_mark(i, U')'); ++i)
        if (office.has(text_, i)) return true;
    return false;
}

/// The first token behind commas, "dan", "juga" and numbers between names; nothing where no name
/// follows.
std::optional<std::size_t> NameRuns::skip_separators(std::size_t at) const {
    static const auto& joint = words("list_joint");
    std::size_t next = at;
    bool dot = false;
    const auto skip = [&] {
        for (;;) {
            const auto count = joint.match(text_, next);
            if (count == 0 && !is_separator(next)) return;
            dot = count == 0 && (dot || text_.is_mark(next, U'.'));
            next += std::max<std::size_t>(count, 1);
        }
    };
    skip();
    if (crosses_ && text_.is_line_break(next) && (next > at || joint.has(text_, next + 1))) {
        ++next;
        skip();
    }
    const auto start = skip_item_number(text_, next);
    const auto name = person_name_at(text_, start);
    if (start == at || name.end_token == start) return std::nullopt;
    // Behind a dot only a known name counts that a sign or the end follows: "Ngatiyem. Siti ...". A
    // number alone separates known names only: "Sukinem 2 Paijo".
    if (dot && (!name.known || text_.is_word(name.end_token))) return std::nullopt;
    if (next == at && !name.known) return std::nullopt;
    return next;
}

bool NameRuns::is_separator(std::size_t at) const {
    return text_.is_mark(at) && !text_.is_mark(at, U":!?()#@");
}

/// The first token behind a remark between two names: "Sukinem 70 th, ...", "Sukinem dari Krajan,
/// ..."; nothing where no known name follows.
std::optional<std::size_t> NameRuns::skip_remark(std::size_t at) const {
    static const auto& behind = words("behind_name");
    static const auto& joint = words("list_joint");
    constexpr std::size_t longest = 8;
    const bool small = text_.is_word(at) && !text_.token(at).capital;
    const bool dash = text_.is_mark(at, U"-/=");
    if (!text_.is_number(at) && !behind.has(text_, at) && !small && !dash) return std::nullopt;
    for (std::size_t i = at; i < at + longest; ++i) {
        const bool dot = text_.is_mark(i, U'.') && !is_number_mark(i);
        if (dot || text_.is_mark(i, U':') || text_.is_line_break(i)) return std::nullopt;
        if (!text_.is_mark(i, U",;") && !joint.has(text_, i)) continue;
        const auto next = skip_separators(i);
        if (!next || !person_name_at(text_, skip_item_number(text_, *next)).known)
            return std::nullopt;
        return next;
    }
    return std::nullopt;
}

/// Whether the dot belongs to "RT. 02" or "1.5".
bool NameRuns::is_number_mark(std::size_t at) const {
    return text_.is_number(at + 1) || text_.touches_previous(at + 1);
}

/// The end of "(RT 01)", "RT 02" behind a name.
std::size_t NameRuns::remark_end(std::size_t at) const {
    constexpr std::size_t longest = 8;
    if (text_.is_mark(at, U'(')) {
        // "Sukinem (2) Paijo"
        const auto behind = skip_item_number(text_, at);
        if (behind != at && person_name_at(text_, behind).end_token != behind) return at;
        for (std::size_t i = at + 1; i < at + longest && !text_.is_line_break(i); ++i)
            if (text_.is_mark(i, U')')) return i + 1;
        return at;
    }
    std::size_t next = at;
    const auto is_hamlet = [&](std::size_t i) {
        return text_.is_word(i, U"rt") || text_.is_word(i, U"rw");
    };
    if (text_.is_mark(next, U"/-,") && is_hamlet(next + 1)) ++next;
    while (is_hamlet(next)) {
        ++next;
        next = text_.skip_marks(next, U"./");
        if (text_.is_number(next)) ++next;
        if (text_.is_mark(next, U'/') && text_.is_word(next + 1)) ++next;
    }
    return next;
}

/// Skips ", S.Pd., M.Si".
std::size_t NameRuns::skip_degrees(std::size_t at) const {
    static const auto& degree = words("degree");
    while (text_.is_mark(at, U',') && degree.has(text_, at + 1)) {
        // "Sukinem, M. Ali": a space behind the letter's dot begins a name.
        if (text_.is_mark(at + 2, U'.') && text_.is_word(at + 3) && !text_.touches_previous(at + 3))
            return at;
        ++at;
        while (text_.is_word(at) && text_.is_mark(at + 1, U'.') && text_.is_word(at + 2) &&
               text_.touches_previous(at + 2))
            at += 2;
        if (text_.is_word(at)) ++at;
        if (text_.is_mark(at, U'.') &&
            (text_.is_mark(at + 1, U',') || text_.is_word(at + 1, U"dan")))
            ++at;
    }
    return at;
}

}  // namespace mediaedit::internal
