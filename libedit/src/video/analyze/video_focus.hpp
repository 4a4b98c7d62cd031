// Where the window of an upright reel looks: faces and motion over each scene of a clip.
#pragma once

#include "plan/need_plan.hpp"
#include "subjects/subject_finder.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"

#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// What was seen over a scene, as if it were one picture.
struct ClipScene {
    std::int64_t begin = 0;  ///< pts of its first picture
    SubjectMap subjects;     ///< of the recipe's crop
};

/// Whether `recipe` cuts something off and leaves open what.
bool needs_focus(const Recipe& recipe, const MediaInfo& info);

/// The scenes of what is kept, at least one. Of the recipe only turn, mirror, straighten and crop
/// count. Errors: bad_recipe; those of FrameReader.
std::vector<ClipScene> look_over(const Recipe& recipe, const MediaInfo& info, FrameReader& frames,
                                 std::span<const KeptRange> ranges);

/// One steady window for each scene, for a recipe that needs_focus: gives the recipe the focus of
/// the first, and returns those that differ from the one before. Adds the note face_cut when people
/// would be cut off.
std::vector<FocusChange> choose_focus(Recipe& recipe, const MediaInfo& info, const VideoFile& file,
                                      std::span<const ClipScene> scenes, std::vector<Note>& notes);

}  // namespace mediaedit::internal
