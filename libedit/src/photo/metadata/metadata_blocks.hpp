// The parts of a photo file that are not its picture.
#pragma once

#include "photo/photo_reader.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace mediaedit::internal {

struct MetadataBlock {
    enum class Kind { exif, xmp, iptc, comment, other } kind = Kind::other;
    std::string name;                 ///< of its container: "APP13", "tEXt"
    std::vector<std::uint8_t> bytes;  ///< of `other` none
    std::size_t size = 0;
};

/// Colour profiles and what is needed to show the picture are not among them. Never fails: what
/// cannot be read is left out.
std::vector<MetadataBlock> find_metadata_blocks(std::span<const std::uint8_t> file,
                                                PhotoFormat format);

}  // namespace mediaedit::internal
