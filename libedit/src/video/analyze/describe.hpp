// Describes a video file without decoding its frames.
#pragma once

#include "av/av_parts.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>

#include <filesystem>

namespace mediaedit::internal {

MediaInfo describe(const VideoFile& file);

/// Errors: those of VideoFile.
DescribedVideo describe_video(const std::filesystem::path& file, const Control& control);

}  // namespace mediaedit::internal
