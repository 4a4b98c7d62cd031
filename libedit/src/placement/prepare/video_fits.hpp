// Whether a video stream can be copied for a placement.
#pragma once

#include "av/video_facts.hpp"

#include <mediaedit/placement.hpp>

namespace mediaedit::internal {

/// True if the checks find nothing that only re-encoding would fix. Shape and size are not checked,
/// because they depend on the recipe; nor is the container, which a copy replaces.
bool pictures_fit(const VideoFacts& facts, const Placement& placement);

}  // namespace mediaedit::internal
