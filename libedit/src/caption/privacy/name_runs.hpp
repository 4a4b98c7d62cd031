// Names in a row, and whether names are a list.
#pragma once

#include "caption/privacy/list_headings.hpp"
#include "caption/privacy/person_names.hpp"

#include <optional>

namespace mediaedit::internal {

constexpr std::size_t fewest_listed_names = 3;

/// A name of a list.
struct ListedName {
    bool marked = false;                 ///< by a number, a dash, a tick, or as a row of a table
    bool known = false, capital = true;  ///< see PersonName
    bool office = false;                 ///< an office follows: "(Ketua RT)"
};

/// Names that follow each other.
struct NameList {
    std::size_t first = 0, last = 0;  ///< tokens
    std::size_t names = 0, known = 0, offices = 0;
    bool marked = true, capital = true;
    ListHeading heading;  ///< right before it

    void add(std::size_t begin, std::size_t end, const ListedName& name);

    /// Whether this is a list of persons. The less its form shows it, the more of its names must be
    /// known ones.
    [[nodiscard]] bool is_likely() const noexcept;
};

/// Reads names in a row.
class NameRuns {
public:
    /// `crosses`: names may continue in the next line.
    NameRuns(const CaptionText& text, bool crosses) : text_(text), crosses_(crosses) {}

    /// Adds the names from `at` on. They continue in the next line where a comma or "dan" says that
    /// more follow. Returns the first token behind them.
    std::size_t read(std::size_t at, NameList& list) const;

private:
    [[nodiscard]] bool has_office(std::size_t at) const;
    [[nodiscard]] bool is_separator(std::size_t at) const;
    [[nodiscard]] bool is_number_mark(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> skip_separators(std::size_t at) const;
    [[nodiscard]] std::optional<std::size_t> skip_remark(std::size_t at) const;
    [[nodiscard]] std::size_t remark_end(std::size_t at) const;
    [[nodiscard]] std::size_t skip_degrees(std::size_t at) const;

    const CaptionText& text_;
    bool crosses_;
};

}  // namespace mediaedit::internal
