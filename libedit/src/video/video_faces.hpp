// Where faces are in a clip, and when.
#pragma once

#include "video/copy_plan.hpp"
#include "video/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// Looks at the clip twice a second. Each face that is found is hidden, with room around it, from the look before until the look after, so that a moving one
/// stays covered on its way. Finding is never certain.
/// Errors: bad_recipe; those of FrameReader.
std::vector<HiddenArea> find_video_faces(const Recipe& recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges);

}  // namespace mediaedit::internal
