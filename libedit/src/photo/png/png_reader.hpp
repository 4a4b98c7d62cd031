// Reads PNG files by libpng.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes recognised as PNG.
PhotoHeader read_png_header(std::span<const std::uint8_t> bytes, const std::string& name,
                            const Limits& limits);
Photo read_png(std::span<const std::uint8_t> bytes, const std::string& name,
               const PhotoHeader& header, const ReadRequest& request);

}  // namespace mediaedit::internal
