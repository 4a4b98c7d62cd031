// Reads GIF and BMP files: headers by our own code, pixels by the FFmpeg part.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes recognised as `format`.
PhotoHeader read_rare_header(PhotoFormat format, std::span<const std::uint8_t> bytes,
                             const std::string& name, const Limits& limits);
Photo read_rare(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

}  // namespace mediaedit::internal
