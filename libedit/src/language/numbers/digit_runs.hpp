// Rows of digits with signs between them: "0812-9900-0101", "+62 (0)812 ...", "3 3 9 9 0 1", "O812
// 99OO".
#pragma once

#include "language/caption_text.hpp"

#include <string>
#include <vector>

namespace mediaedit::internal {

struct DigitGroup {
    Span place;             ///< in the plain text
    std::string digits;     ///< with letters replaced: "O8I2" is "0812"
    std::size_t swaps = 0;  ///< letters that stand for digits
    bool may_begin =
        true;  ///< a number may begin here: it is the first, or behind a space or slash
    bool may_end = true;
    bool glued = false;  ///< to a word that is not a label; then only strict shapes count
};

struct DigitRun {
    std::vector<DigitGroup> groups;
    bool plus = false;     ///< begins with "+"
    bool bracket = false;  ///< the first group stands in brackets
    [[nodiscard]] Span whole(std::size_t first, std::size_t last) const noexcept {
        const std::size_t before =
            first == 0 ? (plus ? 1u : 0u) + (bracket && last > first ? 1u : 0u) : 0u;
        return {groups[first].place.begin - before, groups[last].place.end};
    }
};

/// In order. A run ends at harmless places and at digits that touch letters, unless the letters are
/// a label ("WA0812...", "...0005HP:") or stand for digits.
std::vector<DigitRun> find_digit_runs(const CaptionText& text, const std::vector<bool>& harmless);

}  // namespace mediaedit::internal
