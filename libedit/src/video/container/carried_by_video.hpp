// Lists what a video contains besides video and audio: tags and other tracks.
#pragma once

#include <mediaedit/carried_data.hpp>
#include <mediaedit/control.hpp>

#include <filesystem>
#include <vector>

namespace mediaedit::internal {

/// Errors: those of VideoFile.
std::vector<CarriedItem> carried_by_video(const std::filesystem::path& file,
                                          const Control& control);

}  // namespace mediaedit::internal
