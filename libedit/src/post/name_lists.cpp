// Lists of names: three lines or more that begin with a number or a dash and go on with capitalised words.
#include "base/message.hpp"
#include "post/personal.hpp"
#include "post/phrases.hpp"

#include <string>

namespace mediaedit::internal {
namespace {

constexpr std::size_t fewest_lines = 3;

struct Line {
    std::size_t begin = 0, end = 0;  ///< tokens; the line break is not part of it
    bool names = false;              ///< it is a name in a list
};

/// "Menanam Pohon", "Berenang Bersama": what one does.
bool is_verb(std::u32string_view lower) {
    constexpr std::size_t shortest = 7;
    return lower.size() >= shortest && (lower.starts_with(U"mem") || lower.starts_with(U"men") || lower.starts_with(U"ber") || lower.starts_with(U"ter"));
}

/// "1. Siti Aminah", "- Karto Wiyono (RT 01)", "2) Bu Lasmi - 3399..."; right behind a heading without number or dash too.
Line line_from(const CaptionText& text, std::size_t index, bool after_heading) {
    static const auto& no_name = words("not_a_name");
    static const auto& honorific = words("honorific");
    constexpr std::size_t longest_name = 5;
    Line line{index, index, false};
    while (line.end < text.tokens().size() && text.token(line.end).kind != Token::Kind::line_break) ++line.end;
    std::size_t at = index;
    bool numbered = true;
    if (text.is_number(at) && text.token(at).end - text.token(at).begin <= 3 && (text.is_mark(at + 1, U'.') || text.is_mark(at + 1, U')'))) at += 2;
    else if (text.is_word(at) && text.token(at).end - text.token(at).begin == 1 && (text.is_mark(at + 1, U'.') || text.is_mark(at + 1, U')'))) at += 2;
    else if (text.is_mark(at, U'-') || text.is_mark(at, U'*') || text.is_mark(at, 0x2022)) ++at;
    else if (after_heading) numbered = false;
    else return line;
    while (at < line.end && honorific.has(text, at)) {
        ++at;
        if (text.is_mark(at, U'.')) ++at;
    }
    std::size_t names = 0;
    while (at < line.end && text.is_word(at)) {
        if (no_name.has(text, at) || is_verb(text.lower(text.token(at))) || !text.token(at).capital || ++names > longest_name) return line;
        ++at;
        if (text.is_mark(at, U'.')) ++at;
    }
    if (names == 0) return line;
    if (!numbered) {
        line.names = at == line.end;
        return line;
    }
    // What may follow a name: nothing, a remark in brackets, a number; "Beras 10 kg" is caught by its words.
    line.names = at == line.end || text.is_mark(at, U'(') || text.is_mark(at, U'-') || text.is_mark(at, U',') || text.is_mark(at, U':') || text.is_mark(at, U'/');
    return line;
}

/// Whether the caption is one in which a list of names would hurt.
bool is_sensitive(const CaptionText& text, std::string_view kind) {
    static const auto& aid = words("aid");
    static const auto& child = words("child");
    static const auto& health = words("health");
    static const auto& heading = words("list_heading");
    for (const auto* asked : {"blt", "posyandu", "posbindu", "imunisasi"})
        if (kind == asked) return true;
    for (std::size_t i = 0; i < text.tokens().size(); ++i)
        if (aid.has(text, i) || child.has(text, i) || health.has(text, i) || heading.has(text, i)) return true;
    return false;
}

}  // namespace

void find_name_lists(const Reading& reading, std::string_view kind, CaptionFindings& findings) {
    const auto& text = reading.text;
    std::size_t lines = 0, first = 0, last = 0;
    std::optional<bool> sensitive;
    bool after_heading = false;  // names without numbers or dashes: only right behind "Daftar penerima:"
    static const auto& heading = words("list_heading");
    const auto is_heading = [&](const Line& line) {
        if (!text.is_mark(line.end - 1, U':')) return false;
        for (std::size_t i = line.begin; i < line.end; ++i)
            if (heading.has(text, i)) return true;
        return false;
    };
    const auto finish = [&] {
        if (lines >= fewest_lines && findings.size() < most_findings) {
            if (!sensitive) sensitive = is_sensitive(text, kind);
            if (*sensitive)
                findings.push_back(finding_at(text, {text.token(first).begin, text.token(last - 1).end}, "personal.name_list", Severity::warning,
                                              tr("This is a list of names; people who get help or treatment may not want to be known for it."), tr("The list becomes the number of people."),
                                              std::to_string(lines) + (text.is_english() ? " people" : " orang")));
        }
        lines = 0;
    };
    for (std::size_t i = 0; i < text.tokens().size();) {
        const auto line = line_from(text, i, after_heading);
        if (line.names) {
            if (lines++ == 0) first = line.begin;
            last = line.end;
        } else if (line.end > line.begin) {
            finish();
            after_heading = is_heading(line);
        }
        i = line.end + 1;
    }
    finish();
}

}  // namespace mediaedit::internal
