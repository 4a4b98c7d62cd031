// Photo or video? The content decides, not the name.
#pragma once

#include <cstdint>
#include <filesystem>
#include <span>

namespace mediaedit::internal {

/// The usual containers of phones, cameras and messengers, told by their first bytes. A photo of
/// the same family (HEIC, WebP) may look like one too.
bool looks_like_video(std::span<const std::uint8_t> head) noexcept;

/// Whether `file` is to be read as a video. Errors: not_found, unreadable.
bool is_video(const std::filesystem::path& file);

}  // namespace mediaedit::internal
