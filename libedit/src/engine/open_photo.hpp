// A photo file in memory, with its parsed header.
#pragma once

#include "photo/photo_reader.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/media_info.hpp>

#include <cstdint>
#include <filesystem>
#include <functional>
#include <vector>

namespace mediaedit::internal {

struct OpenPhoto {
    std::filesystem::path file;
    std::vector<std::uint8_t> bytes;
    PhotoHeader header;
    MediaInfo info;
};

/// Errors: not_found, unreadable, damaged, unsupported, too_large.
OpenPhoto open_photo(const std::filesystem::path& file, const Limits& limits);

/// As above, for a file that is already in memory; messages call it `file`.
OpenPhoto open_photo(const std::filesystem::path& file, std::vector<std::uint8_t> bytes,
                     const Limits& limits);

/// Decodes the photo so that no side is smaller than `share` of the full one (1: full size).
/// `progress` receives values from 0 to 1.
Photo decode(const OpenPhoto& photo, double share, const Control& control,
             std::function<void(double)> progress = {});

}  // namespace mediaedit::internal
