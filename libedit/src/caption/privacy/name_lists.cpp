// Lists of names: one a line with any sign before it or none, rows of a table, or one behind
// another.
#include "base/message.hpp"
#include "caption/privacy/name_runs.hpp"
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

bool is_tab(const CaptionText& text, std::size_t place) {
    const auto original = text.original({place, place + 1});
    return !original.empty() && original.front() == U'\t';
}

bool is_break(const CaptionText& text, std::size_t index) { return text.is_line_break(index); }

bool is_any_mark(const CaptionText& text, std::size_t index) { return text.is_mark(index); }

/// A line, and its name where it is one.
struct Line : ListedName {
    std::size_t begin = 0, end = 0;  ///< tokens; the line break is not part of it
    std::size_t name = 0;            ///< where it begins
    bool is_name = false;
    bool joined = false;      ///< begins with "dan": goes on with the list before it
    bool labelled = false;    ///< "Senin:", "RT 01:" before the name
    bool group = false;       ///< that label is "Kelompok 1:"
    bool only_label = false;  ///< "RT 02" alone: the list goes on below it
    bool loose = false;       ///< words of a sentence behind the name: "1. Sukinem tidak hadir"
};

/// Reads lines as names.
class Lines {
public:
    explicit Lines(const CaptionText& text) : text_(text) {}

    [[nodiscard]] Line from(std::size_t index) const {
        static const auto& joint = words("list_joint");
        Line line;
        line.begin = line.end = index;
        while (line.end < text_.tokens().size() && !is_break(text_, line.end)) ++line.end;
        std::size_t at = index;
        if (const auto count = joint.match(text_, at); count > 0) {
            line.joined = true;
            at += count;
        }
        line.marked = skip_marks(at, line.end);
        if (line.marked) at = over_sex(at, line.end);
        if (const auto behind = over_label(at, line.end); behind != at) {
            static const auto& groups = words("numbered_group");
            line.marked = line.labelled = true;
            line.group = groups.has(text_, at);
            at = behind;
        }
        line.only_label = is_only_label(at, line.end);
        // "Turut hadir:" and "Ibu nifas:" are headings.
        if (line.end > index && text_.is_mark(line.end - 1, U':')) return line;
        const bool item = is_item(at, line.end);
        const bool known = item && person_name_at(text_, at).known;
        const auto cell = known ? line.end : named_cell(at, line.end);
        if (cell != line.end && (!item || person_name_at(text_, cell).known)) {
            line.marked = true;
            return named(line, cell);
        }
        if (item) return named(line, at);
        const auto name = person_name_at(text_, at);
        if (!line.marked || !name.known || name.end_token >= line.end) return line;
        line.loose = true;
        return named(line, at);
    }

    /// What the line says as a heading of persons: "Daftar penerima", "KPM yang belum mengambil:",
    /// "No | Nama | RT".
    [[nodiscard]] ListHeading heading(const Line& line) const {
        constexpr std::size_t longest = 16;
        std::size_t end = line.begin;
        while (end < line.end && !text_.is_mark(end, U':')) ++end;
        if (end - line.begin > longest || end == line.begin) return {};
        auto all = list_heading(text_, line.begin, end);
        std::size_t begin = end - 1;
        while (begin > line.begin && text_.same_sentence(begin - 1, end - 1)) --begin;
        all.office = list_heading(text_, begin, end).office;
        return all;
    }

private:
    [[nodiscard]] Line named(Line line, std::size_t at) const {
        static const auto& office = words("office_heading");
        const auto name = person_name_at(text_, at);
        line.name = at;
        line.is_name = true;
        line.known = name.known;
        line.capital = name.capital;
        for (std::size_t i = name.end_token; i < line.end; ++i)
            line.office = line.office || office.has(text_, i);
        return line;
    }

    /// "1.", "2)", "a.", "-", "✅", "|": whether anything stood there.
    bool skip_marks(std::size_t& at, std::size_t end) const {
        bool any = false;
        const auto signs = [&] {
            while (at < end && is_any_mark(text_, at) && !text_.is_mark(at, U"(#"))
                ++at, any = true;
        };
        signs();
        // Twice: "1. (L) Paijo".
        for (int round = 0; round < 2; ++round) {
            const auto behind = skip_item_number(text_, at);
            if (behind == at || behind > end) break;
            at = behind;
            any = true;
            signs();
        }
        return any;
    }

    /// "RT 02/RW 01", "Kelompok 2:", "Selasa:" and nothing else.
    [[nodiscard]] bool is_only_label(std::size_t at, std::size_t end) const {
        static const auto& groups = words("numbered_group");
        static const auto& labels = words("list_label");
        auto next = at + std::max(groups.match(text_, at), labels.match(text_, at));
        if (text_.is_word(at, U"rt") || text_.is_word(at, U"rw")) ++next;
        if (next == at) return false;
        while (next < end && (is_any_mark(text_, next) || text_.is_number(next) ||
                              is_item_letter(text_, next) || text_.is_word(next, U"rw")))
            ++next;
        return next == end;
    }

    /// Behind the letter of the sex before a name: "1. L - Paijo"; else `at`.
    [[nodiscard]] std::size_t over_sex(std::size_t at, std::size_t end) const {
        static const auto& sex = words("sex");
        auto next = at + sex.match(text_, at);
        if (next == at) return at;
        while (next < end && is_any_mark(text_, next)) ++next;
        return next < end && person_name_at(text_, next).known ? next : at;
    }

    /// Behind "Senin:", "RT 01 -", "Regu 2:"; `at` where none stands.
    [[nodiscard]] std::size_t over_label(std::size_t at, std::size_t end) const {
        static const auto& labels = words("list_label");
        static const auto& groups = words("numbered_group");
        std::size_t next = at;
        const auto group = groups.match(text_, at);
        if (group > 0 || text_.is_word(at, U"rt") || text_.is_word(at, U"rw")) {
            next += std::max<std::size_t>(group, 1);
            if (text_.is_mark(next, U'.')) ++next;
            if (!text_.is_number(next) && !is_item_letter(text_, next)) return at;
            ++next;
        } else {
            if (text_.is_word(next, U"malam") || text_.is_word(next, U"hari")) ++next;
            const auto label = labels.match(text_, next);
            if (label == 0) return at;
            next += label;
            if (text_.is_word(next, U"malam")) ++next;
        }
        const bool ends = text_.is_mark(next, U":-=");
        if (!ends) return next < end && person_name_at(text_, next).known ? next : at;
        return next + 1 < end ? next + 1 : at;
    }

    /// A row of a table: the name may stand in any of its cells; of two the known one is meant.
    [[nodiscard]] std::size_t named_cell(std::size_t at, std::size_t end) const {
        std::size_t found = end;
        for (std::size_t cell = at; cell < end; ++cell) {
            // "Penerima: Sukinem; Paijo" is no row.
            if (text_.is_mark(cell, U':') && !text_.is_number(cell + 1)) break;
            if (!begins_cell(cell)) continue;
            std::size_t start = cell;
            skip_marks(start, end);
            if (!is_item(start, end)) continue;
            if (person_name_at(text_, start).known) return start;
            if (found == end) found = start;
        }
        return found;
    }

    [[nodiscard]] bool begins_cell(std::size_t index) const {
        if (index == 0) return false;
        return text_.is_mark(index - 1, U"|;") ||
               (text_.token(index).begin > 0 && is_tab(text_, text_.token(index).begin - 1));
    }

    /// A name, and behind it nothing or what may follow one: a remark, a sign, a number.
    [[nodiscard]] bool is_item(std::size_t at, std::size_t end) const {
        static const auto& behind = words("behind_name");
        static const auto& joint = words("list_joint");
        const auto name = person_name_at(text_, at);
        if (name.end_token == at || name.end_token > end || name.cut) return false;
        const auto next = name.end_token;
        if (next == end || text_.is_number(next) || behind.has(text_, next)) return true;
        if (const auto count = joint.match(text_, next); count > 0 && next + count < end)
            return person_name_at(text_, next + count).known;
        // Of marks not those that end a sentence or a greeting.
        return is_any_mark(text_, next) && !text_.is_mark(next, U"!?");
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

class NameLists {
public:
    NameLists(const CaptionText& text, std::string_view kind, CaptionFindings& findings)
        : text_(text), kind_(kind), findings_(findings) {}

    void read() {
        const Lines lines(text_);
        for (std::size_t i = 0; i < text_.tokens().size();) {
            const auto line = lines.from(i);
            if (line.end > line.begin && line.end > done_) read_line(lines, line);
            i = line.end + 1;
        }
        close();
    }

private:
    void read_line(const Lines& lines, const Line& line) {
        const auto heading = lines.heading(line);
        const bool first = list_.names == 0;
        const bool as_heading = heading.any() && (!line.is_name || first) && !line.marked;
        // In small letters and without a sign only a known name is one; a list keeps its form.
        const bool is_name =
            line.is_name && line.begin >= done_ && (!line.joined || !first) && fits(line) &&
            (line.known || (!as_heading && (line.capital || line.marked || !list_.capital)));
        if (line.only_label && (list_.heading.any() || list_.heading.office)) {
            if (list_.names == 0 && !list_.heading.office)
                list_.heading.personal = list_.heading.personal || heading.personal;
            return;
        }
        if (!is_name) {
            close();
            list_.heading = heading;
            in_one_line({line.begin, line.end});
            return;
        }
        ListedName name = line;
        if (line.joined) name.marked = list_.marked;
        if (!first && list_.marked != name.marked) close();
        list_.add(line.begin, line.end, name);
        lines_.push_back({line.begin, line.end});
        if (line.group && !list_.heading.any()) list_.heading.personal = true;
        if (!list_.heading.any()) return;
        const auto more = others(line);
        list_.names += more;
        list_.known += more;
    }

    /// Whether a line that says more than a name goes on with the list.
    [[nodiscard]] bool fits(const Line& line) const {
        if (line.labelled && !list_.heading.any() && (!line.group || others(line) == 0))
            return false;
        return !line.loose || (list_.names > 0 && list_.marked) || list_.heading.personal;
    }

    /// How many more names a line holds: "Sukinem, Paijo, Ngatiyem".
    [[nodiscard]] std::size_t others(const Line& line) const {
        NameList run;
        NameRuns(text_, false).read(line.name, run);
        return std::max<std::size_t>(run.known, 1) - 1;
    }

    /// Tells a list of lines; where it is none, its lines may hold lists of their own.
    void close() {
        if (!finish(list_))
            for (const auto& line : lines_) in_one_line(line);
        list_ = {};
        lines_.clear();
    }

    bool finish(const NameList& list) {
        if (!list.is_likely() || findings_.size() >= most_findings) return false;
        if (!list.heading.personal) {
            if (!sensitive_) sensitive_ = is_sensitive(text_, kind_);
            if (!*sensitive_) return false;
        }
        findings_.push_back(
            finding_at(text_, {text_.token(list.first).begin, text_.token(list.last - 1).end},
                       "personal.name_list", Severity::warning,
                       tr("This is a list of names; people who get help or treatment may not want "
                          "to be known for it."),
                       tr("The list becomes the number of people."),
                       std::to_string(list.names) + (text_.is_english() ? " people" : " orang")));
        return true;
    }

    /// "Penerima sembako: Siti Aminah, Sri Lestari, dan Karto"; "atas nama Sukinem, Paijo, ..."
    void in_one_line(Span line) {
        constexpr std::size_t longest_retried = 8;
        const NameRuns runs(text_, true);
        for (std::size_t i = std::max(line.begin, read_); i < line.end;) {
            const bool starts = text_.is_word(i) || skip_item_number(text_, i) != i;
            const bool led = starts && i > line.begin && is_lead(line.begin, i);
            const bool like_name = text_.is_word(i) && (text_.token(i).capital || is_titled(i) ||
                                                        is_known_name(text_, i));
            if (!led && !like_name) {
                ++i;
                continue;
            }
            NameList list;
            list.marked = false;
            const auto end = runs.read(i, list);
            const bool told = list.names >= fewest_listed_names &&
                              meets_persons(line, i, end, list) && finish(list);
            if (told) done_ = std::max(done_, end);
            // Behind a word that is no name a list may begin; not tried for endless ones.
            const bool again = !told && !person_name_at(text_, skip_item_number(text_, i)).known &&
                               list.names <= longest_retried;
            i = again ? i + 1 : std::max(i + 1, end);
            if (!again) read_ = std::max(read_, end);
        }
    }

    [[nodiscard]] bool is_titled(std::size_t index) const {
        static const auto& honorific = words("honorific");
        static const auto& titles = words("name_title");
        return honorific.has(text_, index) || titles.has(text_, index);
    }

    /// The token behind the last word before a list, without the signs between.
    [[nodiscard]] std::size_t before(std::size_t begin, std::size_t index) const {
        constexpr std::size_t most = 6;
        for (std::size_t i = 0; i < most && index > begin && is_any_mark(text_, index - 1); ++i)
            --index;
        return index;
    }

    [[nodiscard]] bool ends_with(const Phrases& phrases, std::size_t begin, std::size_t end) const {
        constexpr std::size_t longest = 5;
        for (std::size_t i = end - std::min(longest, end - begin); i < end; ++i)
            if (phrases.match(text_, i) == end - i) return true;
        return false;
    }

    /// Whether something right before says that names follow.
    [[nodiscard]] bool is_lead(std::size_t begin, std::size_t index) const {
        static const auto& leads = words("list_lead");
        static const auto& receivers = words("receiver_lead");
        if (text_.is_mark(index - 1, U":=")) return true;
        const auto end = before(begin, index);
        return ends_with(leads, begin, end) || ends_with(receivers, begin, end);
    }

    [[nodiscard]] bool has(const Phrases& phrases, std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (phrases.has(text_, i)) return true;
        return false;
    }

    [[nodiscard]] bool has_colon(std::size_t begin, std::size_t end) const {
        for (std::size_t i = begin; i < end; ++i)
            if (text_.is_mark(i, U":=")) return true;
        return false;
    }

    /// Whether what stands around the names, from `index` to `end`, says that they are private
    /// persons; notes in `list` what it says.
    [[nodiscard]] bool meets_persons(Span line, std::size_t index, std::size_t end,
                                     NameList& list) const {
        static const auto& leads = words("list_lead");
        static const auto& receivers = words("receiver_lead");
        static const auto& thanks = words("thanks");
        // Nobody reads back further than that.
        constexpr std::size_t longest = 120;
        const auto far = index - std::min(index - line.begin, longest);
        std::size_t begin = index;
        while (begin > far && text_.same_sentence(begin - 1, index)) --begin;
        const auto stop = before(line.begin, index);
        const auto in_sentence = list_heading(text_, begin, std::max(begin, stop));
        list.heading = list_heading(text_, std::min(far, stop), stop);
        list.heading.office = in_sentence.office;
        if (has_colon(stop, index)) return list.heading.any();
        if (ends_with(leads, line.begin, stop)) {
            list.heading.naming = true;
            return true;
        }
        // From here on little but the sentence tells; so most of the names have to be known.
        const bool is_behind_colon = has_colon(far, index);
        list.heading.personal = list.heading.personal && is_behind_colon;
        if (list.known * 2 < list.names || has(thanks, begin, index)) return false;
        const bool serves = is_office_behind(end);
        if (ends_with(receivers, line.begin, stop)) {
            const bool is_verb =
                text_.is_word(stop - 1, U"adalah") || text_.is_word(stop - 1, U"ialah");
            if (is_verb) {
                list.heading.personal = in_sentence.personal;
                return in_sentence.any() && !in_sentence.office;
            }
            list.heading.office = false;
            return !serves;
        }
        // "Jadwal ronda: Senin Paijo, ... . Selasa Karto, ..."
        const bool of_line = is_behind_colon && !in_sentence.any() && !in_sentence.office;
        return stands_alone(begin, stop, end, of_line ? list.heading : in_sentence) && !serves;
    }

    /// "... selaku kader posyandu", "... yang menjadi panitia"; not "... oleh Kepala Desa".
    [[nodiscard]] bool is_office_behind(std::size_t end) const {
        static const auto& others = words("no_receiver");
        constexpr std::size_t longest = 6;
        std::size_t rest = end;
        while (rest < end + longest && text_.is_word(rest) && !others.has(text_, rest) &&
               !text_.is_word(rest, U"di"))
            ++rest;
        return list_heading(text_, end, rest).office;
    }

    /// Names without a lead: "Penerima BLT bulan ini Sukinem, ...", "Sukinem, ... menerima BLT".
    [[nodiscard]] bool stands_alone(std::size_t begin, std::size_t stop, std::size_t end,
                                    const ListHeading& heading) const {
        static const auto& not_behind = words("no_receiver");
        static const auto& office = words("office_heading");
        static const auto& receives = words("receiver_verb");
        if (heading.office) return false;
        if (stop > begin) {
            constexpr std::size_t shortest_passive = 5;
            const auto word = text_.lower(text_.token(stop - 1));
            if (word.size() >= shortest_passive && word.starts_with(U"di")) return false;
            if (ends_with(not_behind, begin, stop) || ends_with(office, begin, stop)) return false;
            if (heading.people || heading.personal) return true;
        }
        return receives.has(text_, end);
    }

    const CaptionText& text_;
    std::string_view kind_;
    CaptionFindings& findings_;
    std::optional<bool> sensitive_;
    NameList list_;            ///< one a line
    std::vector<Span> lines_;  ///< tokens of its lines
    std::size_t done_ = 0;     ///< what stands before it is told
    std::size_t read_ = 0;     ///< what stands before it was read, told or not
};

}  // namespace

void find_name_lists(const AnalysedCaption& reading, std::string_view kind,
                     CaptionFindings& findings) {
    NameLists(reading.text, kind, findings).read();
}

}  // namespace mediaedit::internal
