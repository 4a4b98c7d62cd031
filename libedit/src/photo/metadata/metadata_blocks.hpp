// Finds the metadata blocks of a photo file.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct MetadataBlock {
    enum class Kind { exif, xmp, iptc, comment, other } kind = Kind::other;
    std::string name;                 ///< of its segment or chunk: "APP13", "tEXt"
    std::vector<std::uint8_t> bytes;  ///< empty for `other`
    std::size_t size = 0;
};

/// Leaves out colour profiles and what is needed to show the picture. Never fails: skips what
/// cannot be read.
std::vector<MetadataBlock> find_metadata_blocks(std::span<const std::uint8_t> file,
                                                PhotoFormat format);

}  // namespace mediaedit::internal
