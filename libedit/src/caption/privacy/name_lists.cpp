// Lists of names: one a line with any sign before it or none, rows of a table, or one behind
// another.
#include "base/message.hpp"
#include "caption/privacy/person_names.hpp"
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::size_t fewest_names = 3;

struct Line {
    std::size_t begin = 0, end = 0;  ///< tokens; the line break is not part of it
    bool is_name = false;
    bool marked = false;                 ///< by a number, a dash, a tick, as a row of a table
    bool known = false, capital = true;  ///< of its name
};

bool is_tab(const CaptionText& text, std::size_t place) {
    const auto original = text.original({place, place + 1});
    return !original.empty() && original.front() == U'\t';
}

/// Reads lines as names.
class Lines {
public:
    explicit Lines(const CaptionText& text) : text_(text) {}

    [[nodiscard]] Line from(std::size_t index) const {
        Line line{index, index};
        while (line.end < text_.tokens().size() &&
               text_.token(line.end).kind != Token::Kind::line_break)
            ++line.end;
        std::size_t at = index;
        line.marked = skip_marks(at, line.end);
        if (is_item(at, line.end)) return named(line, at);
        // A row of a table: the name may stand in any of its cells.
        for (std::size_t cell = at; cell < line.end; ++cell) {
            if (!begins_cell(cell)) continue;
            std::size_t start = cell;
            skip_marks(start, line.end);
            if (!is_item(start, line.end)) continue;
            line.marked = true;
            return named(line, start);
        }
        return line;
    }

    /// Whether a heading of persons: "Daftar penerima", "KPM yang belum mengambil:", "No | Nama |
    /// RT".
    [[nodiscard]] bool is_heading(const Line& line) const {
        static const auto& heading = words("people_heading");
        constexpr std::size_t longest = 16;
        std::size_t end = line.begin;
        while (end < line.end && !text_.is_mark(end, U':')) ++end;
        if (end - line.begin > longest) return false;
        for (std::size_t i = line.begin; i < end; ++i)
            if (heading.has(text_, i)) return true;
        return false;
    }

private:
    [[nodiscard]] Line named(Line line, std::size_t at) const {
        const auto name = person_name_at(text_, at);
        line.is_name = true;
        line.known = name.known;
        line.capital = name.capital;
        return line;
    }

    /// "1.", "2)", "a.", "-", "✅", "|": whether anything stood there.
    bool skip_marks(std::size_t& at, std::size_t end) const {
        bool any = false;
        const auto signs = [&] {
            while (at < end && text_.token(at).kind == Token::Kind::mark &&
                   !text_.is_mark(at, U'(') && !text_.is_mark(at, U'#'))
                ++at, any = true;
        };
        signs();
        constexpr std::size_t longest_number = 3;
        const auto& token = text_.token(at);
        const bool letter = text_.is_word(at) && token.end - token.begin == 1 &&
                            (text_.is_mark(at + 1, U'.') || text_.is_mark(at + 1, U')'));
        const bool number = text_.is_number(at) && token.end - token.begin <= longest_number;
        if (at < end && (letter || number)) {
            ++at;
            any = true;
            signs();
        }
        return any;
    }

    [[nodiscard]] bool begins_cell(std::size_t index) const {
        if (index == 0) return false;
        return text_.is_mark(index - 1, U'|') || text_.is_mark(index - 1, U';') ||
               (text_.token(index).begin > 0 && is_tab(text_, text_.token(index).begin - 1));
    }

    /// A name, and behind it nothing or what may follow one: a remark, a sign, a number.
    [[nodiscard]] bool is_item(std::size_t at, std::size_t end) const {
        static const auto& behind = words("behind_name");
        const auto name = person_name_at(text_, at);
        if (name.end_token == at || name.end_token > end) return false;
        const auto next = name.end_token;
        if (next == end || text_.token(next).kind == Token::Kind::number || behind.has(text_, next))
            return true;
        // Of marks not those that end a sentence or a greeting.
        return text_.token(next).kind == Token::Kind::mark && !text_.is_mark(next, U'!') &&
               !text_.is_mark(next, U'?');
    }

    const CaptionText& text_;
};

/// Whether the caption is one in which a list of names would hurt.
bool is_sensitive(const CaptionText& text, std::string_view kind) {
    static const auto& aid = words("aid");
    static const auto& child = words("child");
    static const auto& health = words("health");
    static const auto& heading = words("list_heading");
    for (const auto* asked : {"blt", "posyandu", "posbindu", "imunisasi"})
        if (kind == asked) return true;
    for (std::size_t i = 0; i < text.tokens().size(); ++i)
        if (aid.has(text, i) || child.has(text, i) || health.has(text, i) || heading.has(text, i))
            return true;
    return false;
}

/// Names put together until something else comes.
struct List {
    std::size_t first = 0, last = 0;  ///< tokens
    std::size_t names = 0, known = 0;
    bool marked = true, capital = true;
    bool headed = false;  ///< right behind a heading of persons

    void add(std::size_t begin, std::size_t end, const Line& line) {
        if (names++ == 0) first = begin;
        last = end;
        known += line.known ? 1u : 0u;
        marked = marked && line.marked;
        capital = capital && line.capital;
    }

    /// The less its form says, the more of the names have to be known as such.
    [[nodiscard]] bool is_likely() const noexcept {
        if (names < fewest_names || known == 0) return false;
        if (headed && capital) return marked || known * 4 >= names;
        if (headed || (marked && capital)) return known * 3 >= names;
        return known * 2 >= names;
    }
};

class NameLists {
public:
    NameLists(const CaptionText& text, std::string_view kind, CaptionFindings& findings)
        : text_(text), kind_(kind), findings_(findings) {}

    void read() {
        const Lines lines(text_);
        List list;
        for (std::size_t i = 0; i < text_.tokens().size();) {
            const auto line = lines.from(i);
            if (line.end > line.begin) {
                const bool as_heading =
                    lines.is_heading(line) && (!line.is_name || list.names == 0) && !line.marked;
                // In small letters and without a sign only a known name is one; a list keeps its
                // form.
                const bool is_name =
                    line.is_name && (line.known || (!as_heading && (line.capital || line.marked)));
                if (is_name && list.names > 0 && list.marked != line.marked) {
                    finish(list);
                    list = {};
                }
                if (is_name) {
                    list.add(line.begin, line.end, line);
                } else {
                    finish(list);
                    list = {};
                    list.headed = lines.is_heading(line);
                    in_one_line(line);
                }
            }
            i = line.end + 1;
        }
        finish(list);
    }

private:
    void finish(const List& list) {
        if (!list.is_likely() || findings_.size() >= most_findings) return;
        if (!sensitive_) sensitive_ = is_sensitive(text_, kind_);
        if (!*sensitive_) return;
        findings_.push_back(
            finding_at(text_, {text_.token(list.first).begin, text_.token(list.last - 1).end},
                       "personal.name_list", Severity::warning,
                       tr("This is a list of names; people who get help or treatment may not want "
                          "to be known for it."),
                       tr("The list becomes the number of people."),
                       std::to_string(list.names) + (text_.is_english() ? " people" : " orang")));
    }

    /// "Penerima sembako: Siti Aminah, Sri Lestari, dan Karto"; "atas nama Sukinem, Paijo, ..."
    void in_one_line(const Line& line) {
        static const auto& leads = words("list_lead");
        static const auto& heading = words("people_heading");
        bool headed = false;
        for (std::size_t i = line.begin; i < line.end; ++i) {
            headed = headed || heading.has(text_, i);
            const auto lead = leads.match(text_, i);
            if (lead == 0 && !(text_.is_mark(i, U':') && headed)) continue;
            std::size_t at = i + std::max<std::size_t>(lead, 1);
            while (text_.is_mark(at, U':') || text_.is_mark(at, U'.')) ++at;
            List list;
            list.headed = true;
            list.marked = false;
            const auto end = names_in_line(at, line.end, list);
            finish(list);
            i = std::max(i, end - 1);
        }
    }

    /// Adds names that follow each other by commas, "dan" or numbers; gives the first token behind
    /// them.
    std::size_t names_in_line(std::size_t at, std::size_t end, List& list) const {
        static const auto& degree = words("degree");
        while (at < end) {
            std::size_t start = at;
            if (text_.is_number(start) &&
                (text_.is_mark(start + 1, U'.') || text_.is_mark(start + 1, U')')))
                start += 2;
            const auto name = person_name_at(text_, start);
            if (name.end_token == start || name.end_token > end) return at;
            Line item{start, name.end_token, true, false, name.known, name.capital};
            list.add(list.names == 0 ? at : list.first, item.end, item);
            at = remark_end(item.end, end);
            list.last = at;
            while (text_.is_mark(at, U',') && degree.has(text_, at + 1))
                at = std::min(end, over_degree(at + 1)), list.last = at;
            const auto before = at;
            while (at < end && (text_.is_mark(at, U',') || text_.is_mark(at, U';') ||
                                text_.is_mark(at, U'/') || text_.is_mark(at, U'&') ||
                                text_.is_mark(at, U'-') || text_.is_word(at, U"dan") ||
                                text_.is_word(at, U"serta") || text_.is_word(at, U"and")))
                ++at;
            if (at == before && !text_.is_number(at)) return at;
        }
        return at;
    }

    /// "(RT 01)", "RT 02", "45 th" behind a name.
    [[nodiscard]] std::size_t remark_end(std::size_t at, std::size_t end) const {
        constexpr std::size_t longest = 8;
        if (text_.is_mark(at, U'(')) {
            for (std::size_t i = at + 1; i < std::min(end, at + longest); ++i)
                if (text_.is_mark(i, U')')) return i + 1;
            return at;
        }
        std::size_t next = at;
        if ((text_.is_mark(next, U'/') || text_.is_mark(next, U'-')) &&
            text_.is_word(next + 1, U"rt"))
            ++next;
        while (next < end && (text_.is_word(next, U"rt") || text_.is_word(next, U"rw"))) {
            ++next;
            while (text_.is_mark(next, U'.') || text_.is_mark(next, U'/')) ++next;
            if (text_.is_number(next)) ++next;
            if (text_.is_mark(next, U'/') && text_.is_word(next + 1)) ++next;
        }
        return next;
    }

    /// "S.Pd.", "A.Md.Keb"
    [[nodiscard]] std::size_t over_degree(std::size_t at) const {
        while (text_.is_word(at) && text_.is_mark(at + 1, U'.')) at += 2;
        return text_.is_word(at) && text_.token(at).begin == text_.token(at - 1).end ? at + 1 : at;
    }

    const CaptionText& text_;
    std::string_view kind_;
    CaptionFindings& findings_;
    std::optional<bool> sensitive_;
};

}  // namespace

void find_name_lists(const AnalysedCaption& reading, std::string_view kind,
                     CaptionFindings& findings) {
    NameLists(reading.text, kind, findings).read();
}

}  // namespace mediaedit::internal
