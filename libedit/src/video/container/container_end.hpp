// Whether a file is shorter than its container says.
#pragma once

#include <filesystem>
#include <string_view>

namespace mediaedit::internal {

/// By the lengths in the headers of Matroska and WebM, AVI, FLV, ASF and transport streams. False
/// for others, and if the headers have no length. `container`: FFmpeg's name. Reads headers only;
/// wrong headers do not count as a cut.
bool is_cut_short(const std::filesystem::path& file, std::string_view container);

}  // namespace mediaedit::internal
