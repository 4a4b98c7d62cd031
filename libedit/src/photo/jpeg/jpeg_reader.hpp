// Reads JPEG files by libjpeg-turbo.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes recognised as JPEG.
PhotoHeader read_jpeg_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits);
Photo read_jpeg(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

}  // namespace mediaedit::internal
