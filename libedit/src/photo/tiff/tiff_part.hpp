// The seam to what needs libtiff: a part of the library that is loaded when the first TIFF comes.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes that were sniffed as TIFF.
/// Errors: also unsupported, when the part is not installed.
PhotoHeader read_tiff_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits);
Photo read_tiff(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

/// Threads: any, at once.
struct TiffPart {
    decltype(&read_tiff_header) read_header;
    decltype(&read_tiff) read;
};

}  // namespace mediaedit::internal
