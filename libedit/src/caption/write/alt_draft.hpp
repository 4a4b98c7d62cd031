// A draft of a picture's description.
#pragma once

#include "caption/write/caption_template.hpp"

#include <mediaedit/placement.hpp>

#include <string>

namespace mediaedit::internal {

/// Without #, emoji and telephone numbers; within the placement's limit and what is comfortable to
/// listen to.
std::string alt_draft(const CaptionTemplate& whole, const FieldTexts& texts,
                      const Placement& placement);

}  // namespace mediaedit::internal
