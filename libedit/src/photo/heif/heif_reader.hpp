// Reads HEIC and AVIF files by libheif.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes recognised as `format`.
PhotoHeader read_heif_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits);
Photo read_heif(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

/// The metadata blocks with their types: "Exif" (after four bytes with its offset), "XMP", or
/// others. Empty if the file cannot be read.
std::vector<std::pair<std::string, std::vector<std::uint8_t>>> read_heif_metadata(
    std::span<const std::uint8_t> bytes);

}  // namespace mediaedit::internal
