// What a video is inside: codec, groups of pictures, layout of the file, sound.
#pragma once

#include "av/video_facts.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>

namespace mediaedit::internal {

/// Reads the headers, any table of the pictures, and at most the first half minute. Errors: those
/// of VideoFile.
VideoFacts inspect_video(const std::filesystem::path& file, const Control& control);

}  // namespace mediaedit::internal
