// Letters and digits between two signs, read as digits: "0812", "O8I2", "HP0812", "...0005HP".
#pragma once

#include "language/numbers/digit_runs.hpp"

#include <vector>

namespace mediaedit::internal {

/// An atom is a row of letters and digits without a sign.
class DigitAtoms {
public:
    DigitAtoms(const CaptionText& text, const std::vector<bool>& harmless)
        : text_(text), harmless_(harmless) {}

    /// The groups of digits in the atom that begins at `at`; empty where it cannot be part of a
    /// number. `end` becomes the place behind it.
    std::vector<DigitGroup> read(std::size_t at, std::size_t& end);

    /// Whether the place belongs to an atom: a letter, a digit, or a bar that stands for 1.
    [[nodiscard]] bool is_part(std::size_t at) const;

    /// Whether a sign follows, and then a digit or a letter that stands for one.
    [[nodiscard]] bool is_followed(Span place) const;

private:
    /// Only digits, or only letters.
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
