// How long a platform finds a text, piece by piece.
#pragma once

#include "language/code_points.hpp"

#include <mediaedit/text_count.hpp>

#include <cstddef>

namespace mediaedit::internal {

CountedAs counted_as(const Placement& placement) noexcept;

/// The length of the whole text.
int counted_length(std::u32string_view text, CountedAs how);

/// How many code points of `text` stay within `limit`; an address or an emoji is never cut.
std::size_t fitting_points(std::u32string_view text, CountedAs how, int limit);

}  // namespace mediaedit::internal
