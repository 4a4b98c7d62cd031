// A draft of an alternative text.
#pragma once

#include "caption/write/caption_template.hpp"

#include <mediaedit/placement.hpp>

#include <string>

namespace mediaedit::internal {

/// Without "#", emoji and telephone numbers, and within the placement's limit. It is short enough
/// for listeners.
std::string alt_draft(const CaptionTemplate& whole, const FieldTexts& texts,
                      const Placement& placement);

}  // namespace mediaedit::internal
