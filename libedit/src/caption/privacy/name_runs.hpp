// Names that stand one behind another, and what makes names a list.
#pragma once

#include "caption/privacy/list_headings.hpp"
#include "caption/privacy/person_names.hpp"

#include <optional>

namespace mediaedit::internal {

constexpr std::size_t fewest_listed_names = 3;

/// A name of a list.
struct ListedName {
    bool marked = false;                 ///< by a number, a dash, a tick, as a row of a table
    bool known = false, capital = true;  ///< see PersonName
    bool office = false;                 ///< behind it: "(Ketua RT)"
};

/// Names put together until something else comes.
struct NameList {
    std::size_t first = 0, last = 0;  ///< tokens
    std::size_t names = 0, known = 0, offices = 0;
    bool marked = true, capital = true;
    ListHeading heading;  ///< right before it

    void add(std::size_t begin, std::size_t end, const ListedName& name);

    /// The less its form says, the more of the names have to be known as such.
    [[nodiscard]] bool is_likely() const noexcept;
};

/// Reads names that stand one behind another.
class NameRuns {
public:
    /// `crosses`: whether names may go on in the next line.
    NameRuns(const CaptionText& text, bool crosses) : text_(text), crosses_(crosses) {}

    /// Adds the names from `at` on, over a line's end where a comma or "dan" says that more come;
    /// gives the first token behind them.
    std::size_t read(std::size_t at, NameList& list) const;

private:
    [[nodiscard]] bool has_office(std::size_t at) const;
    [[nodiscard]] bool is_separator(std::size_t at) const;
    [[nodiscard]] bool is_number_mark(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> over_separators(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> over_remark(std::size_t at) const;
    [[nodiscard]] std::size_t remark_end(std::size_t at) const;
    [[nodiscard]] std::size_t over_degrees(std::size_t at) const;

    const CaptionText& text_;
    bool crosses_;
};

}  // namespace mediaedit::internal
