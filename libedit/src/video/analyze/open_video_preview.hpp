// An open video's frames for preview.
#pragma once

#include "av/video_preview_source.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>
#include <memory>

namespace mediaedit::internal {

/// Errors: those of FrameReader.
std::unique_ptr<VideoPreviewSource> open_video_preview(const std::filesystem::path& file,
                                                       const Control& control);

}  // namespace mediaedit::internal
