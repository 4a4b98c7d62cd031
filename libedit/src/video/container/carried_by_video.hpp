// What a video tells beside its pictures and its sound.
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
