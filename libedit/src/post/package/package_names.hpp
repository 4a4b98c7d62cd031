// The names of a package's files.
#pragma once

#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>

#include <cstddef>
#include <filesystem>
#include <string>
#include <string_view>

namespace mediaedit::internal {

/// "whatsapp": a platform's name as a folder.
std::string platform_slug(std::string_view platform);

/// "instagram/feed-portrait-02-IMG_2031.jpg": the second file of its placement. Sorted by name, a
/// folder is in the order of posting.
std::filesystem::path picture_name(const Placement& placement, std::size_t number,
                                   const std::filesystem::path& source, MediaKind kind);

/// "caption-instagram.txt", or "caption-instagram-reel.txt" for a placement with its own caption.
std::string caption_name(const Placement& placement, bool own);

constexpr const char* alt_text_name = "alt-text.txt";
constexpr const char* checklist_name = "checklist.html";
constexpr const char* post_name = "post.json";

}  // namespace mediaedit::internal
