// Extracts a still picture from an AVIF sequence.
#pragma once

#include "photo/bytes.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Whether the file's brands name only a sequence. libheif may not read such files.
bool is_only_avif_sequence(Bytes file);

/// Makes an AVIF file of the still picture beside the sequence, else of its first frame with alpha
/// and colour properties. Decodes nothing. Empty: there is no picture.
std::vector<std::uint8_t> still_of_avif_sequence(Bytes file);

}  // namespace mediaedit::internal
