// Tells photos from videos by their content, not their name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace mediaedit::internal {

/// Recognises the usual containers of phones, cameras and messengers by their first bytes. Photos
/// in the same containers (HEIC, WebP) may be recognised too.
bool looks_like_video(std::span<const std::uint8_t> head) noexcept;

/// Whether `file` is a video. Errors: not_found, unreadable.
bool is_video(const std::filesystem::path& file);

}  // namespace mediaedit::internal
