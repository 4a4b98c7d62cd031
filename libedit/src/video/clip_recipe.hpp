// What a recipe leaves open is settled once for a clip, so that nothing jumps while it plays.
#pragma once

#include "video/copy_plan.hpp"
#include "video/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// `recipe` with one steady focus and one steady look of its texts. Adds the note face_cut when people would be cut off.
/// Errors: bad_recipe; those of FrameReader.
Recipe settled_for_clip(Recipe recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, std::vector<Note>& notes);

}  // namespace mediaedit::internal
