// A video kept open, to be looked at.
#pragma once

#include "picture/video_look.hpp"

#include <mediaedit/control.hpp>

#include <filesystem>
#include <memory>

namespace mediaedit::internal {

/// Errors: those of FrameReader.
std::unique_ptr<VideoLook> open_look(const std::filesystem::path& file, const Control& control);

}  // namespace mediaedit::internal
