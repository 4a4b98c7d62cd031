// Web addresses and hashtags in a text.
#pragma once

#include "language/code_points.hpp"

#include <string_view>
#include <vector>

namespace mediaedit::internal {

/// Web addresses in order, with and without https://: those that X shortens to 23 characters.
std::vector<Span> find_links(std::u32string_view text);

/// "#" followed by letters, digits and underscores, of which at least one is not a digit. None
/// inside `links`.
std::vector<Span> find_hashtags(std::u32string_view text, const std::vector<Span>& links);

}  // namespace mediaedit::internal
