// Reads the metadata embedded in a photo.
#pragma once

#include "photo/photo_reader.hpp"

#include <mediaedit/carried_data.hpp>

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// Never fails: for metadata that cannot be read, only its presence is reported.
EmbeddedMetadata carried_by_photo(std::span<const std::uint8_t> file, const PhotoHeader& header);

}  // namespace mediaedit::internal
