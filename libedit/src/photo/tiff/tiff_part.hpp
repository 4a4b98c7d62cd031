// The interface to the TIFF part of the library, which is loaded when a TIFF is first read.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// As read_photo_header and read_photo, for bytes recognised as TIFF.
/// Errors: also unsupported if the part is not installed.
PhotoHeader read_tiff_header(std::span<const std::uint8_t> bytes, const std::string& name,
                             const Limits& limits);
Photo read_tiff(std::span<const std::uint8_t> bytes, const std::string& name,
                const PhotoHeader& header, const ReadRequest& request);

/// Threads: any; both functions may run in parallel.
struct TiffPart {
    decltype(&read_tiff_header) read_header;
    decltype(&read_tiff) read;
};

}  // namespace mediaedit::internal
