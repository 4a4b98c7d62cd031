// Whether a file goes as far as its container says.
#pragma once

#include <filesystem>
#include <string_view>

namespace mediaedit::internal {

/// By the lengths that the container's own headers tell: Matroska and WebM, AVI, FLV, ASF,
/// transport streams; of others, and where nothing is told, false. `container`: FFmpeg's name.
/// Reads headers only; what is wrong with them is no sign of a cut.
bool is_cut_short(const std::filesystem::path& file, std::string_view container);

}  // namespace mediaedit::internal
