// Where faces are in a clip, and when.
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

/// Faces are searched some three times a second and followed between, in the picture as it was
/// taken. People who do not stand upright in it are looked for too, at each search those who would
/// do so if it were turned by `turn`. `on_look` is told how far it is, 0 to 1. Errors: those of
/// FrameReader.
std::vector<FollowedFace> follow_video_faces(Turn turn, const MediaInfo& info, FrameReader& frames,
                                             std::span<const KeptRange> ranges,
                                             const std::function<void(double)>& on_look = {});

/// Of a whole file. Errors: those of probe.
std::vector<FollowedFace> follow_faces_in_file(const std::filesystem::path& file,
                                               const Control& control);

}  // namespace mediaedit::internal
