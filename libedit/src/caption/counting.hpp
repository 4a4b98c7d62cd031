// The length of a text as a platform counts it.
#pragma once

#include "language/code_points.hpp"

#include <mediaedit/text_count.hpp>

#include <cstddef>
#include <string_view>

namespace mediaedit::internal {

/// The length of the whole text.
int counted_length(std::u32string_view text, CountedAs how);

/// The number of code points of `text` that fit within `limit`. Links and emoji are not cut.
std::size_t fitting_points(std::u32string_view text, CountedAs how, int limit);

}  // namespace mediaedit::internal
