// What stands between two signs, read as digits: "0812", "O8I2", "HP0812", "...0005HP".
#pragma once

#include "language/numbers/digit_runs.hpp"

#include <vector>

namespace mediaedit::internal {

class DigitAtoms {
public:
    DigitAtoms(const CaptionText& text, const std::vector<bool>& harmless)
        : text_(text), harmless_(harmless) {}

    /// The groups of the atom that begins at `at`; `end` becomes the place behind it. None where it
    /// cannot be part of a number.
    std::vector<DigitGroup> read(std::size_t at, std::size_t& end);

    /// Whether the place belongs to an atom: a letter, a digit, a bar that stands for a one.
    [[nodiscard]] bool is_part(std::size_t at) const;

    /// Whether a sign follows a letter, and then a digit or another letter that stands for one.
    [[nodiscard]] bool is_followed(Span place) const;

private:
    /// Digits and letters without a sign between them, cut where digits begin or end.
    struct Part {
        std::size_t begin = 0, end = 0;
        bool digits = false;
        [[nodiscard]] std::size_t size() const noexcept { return end - begin; }
    };

    [[nodiscard]] std::u32string_view plain(std::size_t begin, std::size_t end) const;
    [[nodiscard]] bool is_label(const Part& part) const;
    [[nodiscard]] bool is_swapped(const Part& part) const;
    [[nodiscard]] bool is_plain_word(const Part& part) const;
    std::size_t add_group(std::size_t first, std::vector<DigitGroup>& groups) const;
    [[nodiscard]] bool stars_or_name(const DigitGroup& group) const;
    [[nodiscard]] std::vector<DigitGroup> letters_only(Span place) const;
    [[nodiscard]] bool follows_sign(std::size_t at) const;
    [[nodiscard]] bool follows_single(std::size_t at) const;
    [[nodiscard]] DigitGroup group_of(Span place) const;

    const CaptionText& text_;
    const std::vector<bool>& harmless_;
    std::vector<Part> parts_;
};

}  // namespace mediaedit::internal
