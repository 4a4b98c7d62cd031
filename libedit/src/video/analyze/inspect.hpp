// Reports a video's technical details: codec, groups of pictures, file layout, audio.
#pragma once

#include "av/video_facts.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>

namespace mediaedit::internal {

/// Reads the headers, the frame table if there is one, and at most the first half minute. Errors:
/// those of VideoFile.
VideoFacts inspect_video(const std::filesystem::path& file, const Control& control);

}  // namespace mediaedit::internal
