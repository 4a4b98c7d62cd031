// Rows of digits with single signs between them: "0812-9900-0101", "(0299) 700000", "3399 0171 0590 0001".
#pragma once

#include "post/caption_text.hpp"

#include <string>
#include <vector>

namespace mediaedit::internal {

struct DigitGroup {
    Span place;              ///< in the plain text
    bool may_begin = true;   ///< a number may begin here: the first, or behind a space or slash
    bool may_end = true;
};

struct DigitRun {
    std::vector<DigitGroup> groups;
    bool plus = false;       ///< begins with "+"
    bool bracket = false;    ///< the first group stands in brackets
    [[nodiscard]] Span whole(std::size_t first, std::size_t last) const noexcept {
        const std::size_t before = first == 0 ? (plus ? 1u : 0u) + (bracket && last > first ? 1u : 0u) : 0u;
        return {groups[first].place.begin - before, groups[last].place.end};
    }
};

/// In order. What is harmless, and digits glued to letters, ends a run; labels may be glued to its front ("WA0812...").
std::vector<DigitRun> find_digit_runs(const CaptionText& text, const std::vector<bool>& harmless);

/// The digits of some groups.
std::string digits_of(const CaptionText& text, const DigitRun& run, std::size_t first, std::size_t last);

}  // namespace mediaedit::internal
