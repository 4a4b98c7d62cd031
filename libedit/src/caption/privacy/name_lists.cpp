// Lists of names: one name a line, with or without a mark before it; rows of a table; or several
// names in a line.
#include "base/message.hpp"
#include "caption/privacy/name_lines.hpp"
#include "caption/privacy/name_runs.hpp"
#include "caption/privacy/personal.hpp"
#include "language/phrases.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Adds lists of names to the findings.
class ListFindings {
public:
    ListFindings(const CaptionText& text, std::string_view kind, CaptionFindings& findings)
        : text_(text), kind_(kind), findings_(findings) {}

    /// Returns whether the names are a list that should be reported.
    bool add(const NameList& list) {
        if (!list.is_likely() || findings_.size() >= most_findings) return false;
        if (!list.heading.personal) {
            if (!sensitive_) sensitive_ = is_sensitive();
            if (!*sensitive_) return false;
        }
        findings_.push_back(finding_at(
            text_, text_.span(list.first, list.last), "personal.name_list", Severity::warning,
            tr("This is a list of names; people who get help or treatment may not want "
               "to be known for it."),
            tr("The list becomes the number of people."),
            std::to_string(list.names) + (text_.is_english() ? " people" : " orang")));
        return true;
    }

private:
    /// Whether being named in this caption could harm people.
    [[nodiscard]] bool is_sensitive() const {
        static const auto& aid = words("aid");
        static const auto& child = words("child");
        static const auto& health = words("health");
        static const auto& heading = words("list_heading");
        for (const auto* asked : {"blt", "posyandu", "posbindu", "imunisasi"})
            if (kind_ == asked) return true;
        for (std::size_t i = 0; i < text_.tokens().size(); ++i)
            if (aid.has(text_, i) || child.has(text_, i) || health.has(text_, i) ||
                heading.has(text_, i))
                return true;
        return false;
    }

    const CaptionText& text_;
    std::string_view kind_;
    CaptionFindings& findings_;
    std::optional<bool> sensitive_;
};

/// Whether the token is a title or a known name, or has a capital.
bool is_like_a_name(const CaptionText& text, std::size_t index) {
    static const auto& honorific = words("honorific");
    static const auto& titles = words("name_title");
    return text.is_word(index) && (text.token(index).capital || honorific.has(text, index) ||
                                   titles.has(text, index) || is_known_name(text, index));
}

/// Collects names into lists.
class NameLists {
public:
    NameLists(const CaptionText& text, ListFindings& findings) : text_(text), findings_(findings) {}

    void read() {
        for (std::size_t i = 0; i < text_.tokens().size();) {
            const auto line = name_line_at(text_, i);
            if (line.end > line.begin && line.end > done_) read_line(line);
            i = line.end + 1;
        }
        close();
    }

private:
    void read_line(const NameLine& line) {
        const auto heading = heading_of(text_, line);
        const bool first = list_.names == 0;
        const bool as_heading = heading.any() && (!line.is_name || first) && !line.marked;
        // Without a capital or a mark only a known name counts, unless the list is in small
        // letters.
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

    /// Whether a line with more than a name continues the list.
    [[nodiscard]] bool fits(const NameLine& line) const {
        if (line.labelled && !list_.heading.any() && (!line.group || others(line) == 0))
            return false;
        return !line.loose || (list_.names > 0 && list_.marked) || list_.heading.personal;
    }

    /// The number of further names in a line: "Sukinem, Paijo, Ngatiyem".
    [[nodiscard]] std::size_t others(const NameLine& line) const {
        NameList run;
        NameRuns(text_, false).read(line.name, run);
        return std::max<std::size_t>(run.known, 1) - 1;
    }

    /// Ends the list of lines. Where it is not reported, each line may contain a list of its own.
    void close() {
        if (!findings_.add(list_))
            for (const auto& line : lines_) in_one_line(line);
        list_ = {};
        lines_.clear();
    }

    /// Finds "Penerima sembako: Siti Aminah, Sri Lestari, dan Karto"; "atas nama Sukinem, Paijo,
    /// ..."
    void in_one_line(Span line) {
        constexpr std::size_t longest_retried = 8;
        const NameRuns runs(text_, true);
        for (std::size_t i = std::max(line.begin, read_); i < line.end;) {
            const bool starts = text_.is_word(i) || skip_item_number(text_, i) != i;
            const bool led = starts && i > line.begin && leads_to_names(text_, line.begin, i);
            if (!led && !is_like_a_name(text_, i)) {
                ++i;
                continue;
            }
            NameList list;
            list.marked = false;
            const auto end = runs.read(i, list);
            const NamesInLine names{i, end, list.known * 2 >= list.names};
            const bool reported = list.names >= fewest_listed_names &&
                                  are_private_persons(text_, line, names, list.heading) &&
                                  findings_.add(list);
            if (reported) done_ = std::max(done_, end);
            // A list may begin behind a word that is not a name. Long runs are not tried again.
            const bool again = !reported &&
                               !person_name_at(text_, skip_item_number(text_, i)).known &&
                               list.names <= longest_retried;
            i = again ? i + 1 : std::max(i + 1, end);
            if (!again) read_ = std::max(read_, end);
        }
    }

    const CaptionText& text_;
    ListFindings& findings_;
    NameList list_;            ///< one name a line
    std::vector<Span> lines_;  ///< the tokens of its lines
    std::size_t done_ = 0;     ///< the tokens before this one are reported
    std::size_t read_ = 0;     ///< the tokens before this one were searched
};

}  // namespace

void find_name_lists(const AnalysedCaption& caption, std::string_view kind,
                     CaptionFindings& findings) {
    ListFindings list_findings(caption.text, kind, findings);
    NameLists(caption.text, list_findings).read();
}

}  // namespace mediaedit::internal
