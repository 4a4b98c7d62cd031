// Whether a video's pictures can go to a placement as they are.
#pragma once

#include "av/video_facts.hpp"

#include <mediaedit/placement.hpp>

namespace mediaedit::internal {

/// True when nothing is found about its pictures that encoding them anew would mend. Not about
/// shape and size, which a recipe settles, nor about what a copy mends too: the container and what
/// lies in it.
bool pictures_fit(const VideoFacts& facts, const Placement& placement);

}  // namespace mediaedit::internal
