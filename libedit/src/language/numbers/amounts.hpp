// Amounts of money in a text.
#pragma once

#include "language/caption_text.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

struct Amount {
    Span place;  ///< in the plain text, with its sign and words: "Rp1,25 miliar"
    std::size_t token = 0, end_token = 0;
    std::int64_t rupiah = 0;  ///< 0: too large, or unreadable
    bool is_money =
        false;  ///< with Rp or "rupiah"; else a grouped number ("150.000.000") or one with "juta"
    Span sign;  ///< "Rp. " with its spaces; empty: there is none
};

/// In order. Without "Rp" a grouped number needs at least two groups behind the first.
std::vector<Amount> find_amounts(const CaptionText& text);

}  // namespace mediaedit::internal
