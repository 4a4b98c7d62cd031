// A placement's requirements for videos, read from JSON.
#pragma once

#include "placement/placement_facts.hpp"

#include <mediaedit/placement.hpp>

namespace mediaedit::internal {

/// Errors: bad_recipe with the field's path.
VideoNeeds read_video_needs(Facts& facts);

}  // namespace mediaedit::internal
