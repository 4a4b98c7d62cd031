// Finds and tracks faces in a clip.
#pragma once

#include "video/decode/copy_plan.hpp"
#include "video/decode/frame_reader.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/faces.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/recipe.hpp>

#include <filesystem>
#include <functional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// Faces are detected about three times a second and tracked in between, in frames as recorded.
/// Faces that are not upright are searched, too; at each detection those that would be upright
/// after `turn`. `on_progress` gets 0 to 1. Errors: those of FrameReader.
std::vector<FollowedFace> follow_video_faces(Turn turn, const MediaInfo& info, FrameReader& frames,
                                             std::span<const KeptRange> ranges,
                                             const std::function<void(double)>& on_progress = {});

/// The same for a whole file. Errors: those of probe.
std::vector<FollowedFace> follow_faces_in_file(const std::filesystem::path& file,
                                               const Control& control);

}  // namespace mediaedit::internal
