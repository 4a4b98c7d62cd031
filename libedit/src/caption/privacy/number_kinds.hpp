// What kind of personal number a row of digits is.
#pragma once

#include "caption/privacy/personal.hpp"
#include "language/labels.hpp"

#include <algorithm>
#include <cstddef>
#include <initializer_list>
#include <optional>
#include <string>
#include <vector>

namespace mediaedit::internal {

/// The longest group of a number that is written digit by digit or in pairs.
constexpr std::size_t small_group = 2;

/// Groups of digits taken as one number.
struct NumberCandidate {
    std::string digits;
    std::vector<std::size_t> groups;  ///< digits in each
    bool plus = false, bracket = false;
    std::size_t swaps = 0;        ///< letters that stand for digits
    bool glued = false;           ///< to a word that is not a label
    bool tight = true;            ///< without spaces and slashes
    std::size_t end = 0;          ///< in the plain text
    bool is_owned = false;        ///< "a.n." follows
    bool among_accounts = false;  ///< the text mentions a bank account
    [[nodiscard]] bool in_small_groups() const {
        return std::all_of(groups.begin(), groups.end(),
                           [](std::size_t size) { return size <= small_group; });
    }
    [[nodiscard]] bool is(std::initializer_list<std::size_t> sizes) const {
        return std::equal(groups.begin(), groups.end(), sizes.begin(), sizes.end());
    }
    [[nodiscard]] bool has(std::size_t least, std::size_t most) const {
        return digits.size() >= least && digits.size() <= most;
    }
};

/// The kind that a label before or behind the number says it is, if the digits fit it.
std::optional<PersonalKind> kind_by_label(const NumberCandidate& number, Label label);

/// The kind that the digits and their grouping show without a label.
std::optional<PersonalKind> kind_by_shape(const NumberCandidate& number);

}  // namespace mediaedit::internal
