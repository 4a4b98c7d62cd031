// Where the window of an upright reel looks: faces and motion over the whole clip.
#pragma once

#include "video/copy_plan.hpp"
#include "video/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <span>
#include <vector>

namespace mediaedit::internal {

/// Gives `recipe` a focus when it needs one and has none: one steady window for the clip. Adds the note face_cut when people would be cut off.
/// Errors: bad_recipe; those of FrameReader.
void find_video_focus(Recipe& recipe, const MediaInfo& info, FrameReader& frames, std::span<const KeptRange> ranges, std::vector<Note>& notes);

}  // namespace mediaedit::internal
