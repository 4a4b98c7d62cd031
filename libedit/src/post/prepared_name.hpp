// How finished files are called.
#pragma once

#include <mediaedit/media_info.hpp>

#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// `kerja bakti.heic` for x-post becomes `kerja bakti--x-post.jpg`; a video ends in .mp4.
std::string prepared_name(const std::filesystem::path& source, std::string_view placement, MediaKind kind);

}  // namespace mediaedit::internal
