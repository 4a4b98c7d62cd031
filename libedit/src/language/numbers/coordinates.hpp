// Coordinates as people write them.
#pragma once

#include "language/caption_text.hpp"

#include <cstddef>
#include <optional>

namespace mediaedit::internal {

/// Coordinates within Indonesia that begin at a token: "-7.123456, 110.654321", "7.65432 LS
/// 110.65432 BT", "7°39'15.6"S 110°39'15.6"E".
std::optional<Span> coordinates_at(const CaptionText& text, std::size_t index);

}  // namespace mediaedit::internal
