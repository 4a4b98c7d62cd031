// Chooses the focus of crops in a clip, by faces and motion in each scene.
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

/// What was found in a scene, as if it were one picture.
struct ClipScene {
    std::int64_t begin = 0;  ///< pts of its first frame
    SubjectMap subjects;     ///< of the recipe's crop
};

/// Whether `recipe` crops the picture without saying where.
bool needs_focus(const Recipe& recipe, const MediaInfo& info);

/// The scenes in `ranges`, at least one. Of the recipe only turn, mirror, straighten and crop are
/// used. Errors: bad_recipe; those of FrameReader.
std::vector<ClipScene> find_scenes(const Recipe& recipe, const MediaInfo& info, FrameReader& frames,
                                   std::span<const KeptRange> ranges);

/// One fixed focus for each scene, for a recipe that needs_focus. Sets the first scene's focus in
/// the recipe, and returns those that differ from the one before. Adds the note face_cut when a
/// face would be cut off.
std::vector<FocusChange> choose_focus(Recipe& recipe, const MediaInfo& info, const VideoFile& file,
                                      std::span<const ClipScene> scenes, std::vector<Note>& notes);

}  // namespace mediaedit::internal
