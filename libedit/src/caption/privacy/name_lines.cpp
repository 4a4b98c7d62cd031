// Lines of a text read as items of a list of names.
#include "caption/privacy/name_lines.hpp"

#include "language/phrases.hpp"

#include <algorithm>

namespace mediaedit::internal {
namespace {

bool is_tab(const CaptionText& text, std::size_t place) {
    const auto original = text.original({place, place + 1});
    return !original.empty() && original.front() == U'\t';
}

NameLine named(const CaptionText& text, NameLine line, std::size_t at) {
    static const auto& office = words("office_heading");
    const auto name = person_name_at(text, at);
    line.name = at;
    line.is_name = true;
    line.known = name.known;
    line.capital = name.capital;
    for (std::size_t i = name.end_token; i < line.end; ++i)
        line.office = line.office || office.has(text, i);
    return line;
}

/// Skips "1.", "2)", "a.", "-", "✅", "|". Returns whether there was anything to skip.
bool skip_item_signs(const CaptionText& text, std::size_t& at, std::size_t end) {
    bool any = false;
    const auto signs = [&] {
        while (at < end && text.is_mark(at) && !text.is_mark(at, U"(#")) ++at, any = true;
    };
    signs();
    // Twice: "1. (L) Paijo".
    for (int round = 0; round < 2; ++round) {
        const auto behind = skip_item_number(text, at);
        if (behind == at || behind > end) break;
        at = behind;
        any = true;
        signs();
    }
    return any;
}

/// Whether there is nothing but a label: "RT 02/RW 01", "Kelompok 2:", "Selasa:".
bool is_only_label(const CaptionText& text, std::size_t at, std::size_t end) {
    static const auto& groups = words("numbered_group");
    static const auto& labels = words("list_label");
    auto next = at + std::max(groups.match(text, at), labels.match(text, at));
    if (text.is_word(at, U"rt") || text.is_word(at, U"rw")) ++next;
    if (next == at) return false;
    while (next < end && (text.is_mark(next) || text.is_number(next) ||
                          is_item_letter(text, next) || text.is_word(next, U"rw")))
        ++next;
    return next == end;
}

/// The first token behind the letter of the sex before a name: "1. L - Paijo"; else `at`.
std::size_t skip_sex(const CaptionText& text, std::size_t at, std::size_t end) {
    static const auto& sex = words("sex");
    auto next = at + sex.match(text, at);
    if (next == at) return at;
    while (next < end && text.is_mark(next)) ++next;
    return next < end && person_name_at(text, next).known ? next : at;
}

/// The first token behind "Senin:", "RT 01 -", "Regu 2:"; `at` where there is no label.
std::size_t skip_label(const CaptionText& text, std::size_t at, std::size_t end) {
    static const auto& labels = words("list_label");
    static const auto& groups = words("numbered_group");
    std::size_t next = at;
    const auto group = groups.match(text, at);
    if (group > 0 || text.is_word(at, U"rt") || text.is_word(at, U"rw")) {
        next += std::max<std::size_t>(group, 1);
        if (text.is_mark(next, U'.')) ++next;
        if (!text.is_number(next) && !is_item_letter(text, next)) return at;
        ++next;
    } else {
        if (text.is_word(next, U"malam") || text.is_word(next, U"hari")) ++next;
        const auto label = labels.match(text, next);
        if (label == 0) return at;
        next += label;
        if (text.is_word(next, U"malam")) ++next;
    }
    const bool ends = text.is_mark(next, U":-=");
    if (!ends) return next < end && person_name_at(text, next).known ? next : at;
    return next + 1 < end ? next + 1 : at;
}

bool begins_cell(const CaptionText& text, std::size_t index) {
    if (index == 0) return false;
    return text.is_mark(index - 1, U"|;") ||
           (text.token(index).begin > 0 && is_tab(text, text.token(index).begin - 1));
}

/// Whether a name begins at `at`, and behind it nothing, a remark, a sign or a number follows.
bool is_item(const CaptionText& text, std::size_t at, std::size_t end) {
    static const auto& behind = words("behind_name");
    static const auto& joint = words("list_joint");
    const auto name = person_name_at(text, at);
    if (name.end_token == at || name.end_token > end || name.cut) return false;
    const auto next = name.end_token;
    if (next == end || text.is_number(next) || behind.has(text, next)) return true;
    if (const auto count = joint.match(text, next); count > 0 && next + count < end)
        return person_name_at(text, next + count).known;
    // "!" and "?" end a sentence or a greeting.
    return text.is_mark(next) && !text.is_mark(next, U"!?");
}

/// The name in a row of a table, in any of its cells; a known name wins. `end` where there is none.
std::size_t named_cell(const CaptionText& text, std::size_t at, std::size_t end) {
    std::size_t found = end;
    for (std::size_t cell = at; cell < end; ++cell) {
        // "Penerima: Sukinem; Paijo" is not a row.
        if (text.is_mark(cell, U':') && !text.is_number(cell + 1)) break;
        if (!begins_cell(text, cell)) continue;
        std::size_t start = cell;
        skip_item_signs(text, start, end);
        if (!is_item(text, start, end)) continue;
        if (person_name_at(text, start).known) return start;
        if (found == end) found = start;
    }
    return found;
}

}  // namespace

NameLine name_line_at(const CaptionText& text, std::size_t index) {
    static const auto& joint = words("list_joint");
    NameLine line;
    line.begin = line.end = index;
    while (line.end < text.tokens().size() && !text.is_line_break(line.end)) ++line.end;
    std::size_t at = index;
    if (const auto count = joint.match(text, at); count > 0) {
        line.joined = true;
        at += count;
    }
    line.marked = skip_item_signs(text, at, line.end);
    if (line.marked) at = skip_sex(text, at, line.end);
    if (const auto behind = skip_label(text, at, line.end); behind != at) {
        static const auto& groups = words("numbered_group");
        line.marked = line.labelled = true;
        line.group = groups.has(text, at);
        at = behind;
    }
    line.only_label = is_only_label(text, at, line.end);
    // "Turut hadir:" and "Ibu nifas:" are headings.
    if (line.end > index && text.is_mark(line.end - 1, U':')) return line;
    const bool item = is_item(text, at, line.end);
    const bool known = item && person_name_at(text, at).known;
    const auto cell = known ? line.end : named_cell(text, at, line.end);
    if (cell != line.end && (!item || person_name_at(text, cell).known)) {
        line.marked = true;
        return named(text, line, cell);
    }
    if (item) return named(text, line, at);
    const auto name = person_name_at(text, at);
    if (!line.marked || !name.known || name.end_token >= line.end) return line;
    line.loose = true;
    return named(text, line, at);
}

ListHeading heading_of(const CaptionText& text, const NameLine& line) {
    constexpr std::size_t longest = 16;
    std::size_t end = line.begin;
    while (end < line.end && !text.is_mark(end, U':')) ++end;
    if (end - line.begin > longest || end == line.begin) return {};
    auto all = list_heading(text, line.begin, end);
    std::size_t begin = end - 1;
    while (begin > line.begin && text.same_sentence(begin - 1, end - 1)) --begin;
    all.office = list_heading(text, begin, end).office;
    return all;
}

}  // namespace mediaedit::internal
