// HEIC and AVIF files, by libheif.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes that were sniffed as such.
PhotoHeader read_heif_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits);
Photo read_heif(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

/// What stands beside the picture, by its kind: "Exif" (behind four bytes that tell where it
/// begins), "XMP", or another. Empty when the file cannot be read.
std::vector<std::pair<std::string, std::vector<std::uint8_t>>> read_heif_metadata(
    std::span<const std::uint8_t> bytes);

}  // namespace mediaedit::internal
