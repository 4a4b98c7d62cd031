// The first picture of an AVIF sequence, as a still AVIF.
#pragma once

#include "photo/bytes.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Whether the file says that it is a sequence and nothing else. libheif may not read such files.
bool is_only_avif_sequence(Bytes file);

/// A file with the still picture that lies beside the sequence, or else with the first one of the
/// sequence, its alpha and its colours; not decoded. Empty: there is none.
std::vector<std::uint8_t> still_of_avif_sequence(Bytes file);

}  // namespace mediaedit::internal
