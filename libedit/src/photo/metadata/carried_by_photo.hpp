// What a photo tells beside its picture.
#pragma once

#include "photo/photo_reader.hpp"

#include <mediaedit/carried_data.hpp>

#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// Never fails: what cannot be read is not told of, but that it is there.
EmbeddedMetadata carried_by_photo(std::span<const std::uint8_t> file, const PhotoHeader& header);

}  // namespace mediaedit::internal
