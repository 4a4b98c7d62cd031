// Addresses of web pages and hashtags in a text.
#pragma once

#include "language/code_points.hpp"

#include <vector>

namespace mediaedit::internal {

/// Web addresses, with and without https://, in order: what X shortens to 23 characters.
std::vector<Span> find_links(std::u32string_view text);

/// `#` and its letters, digits and underscores, at least one of them no digit; none inside `links`.
std::vector<Span> find_hashtags(std::u32string_view text, const std::vector<Span>& links);

}  // namespace mediaedit::internal
