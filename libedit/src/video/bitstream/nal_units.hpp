// The parts a packet of H.264 or HEVC consists of, by their types alone.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

enum class NalCodec { h264, hevc };

/// How many bytes tell the length of each part, by the codec's extra data; 0: parts begin with a
/// start code (Annex B).
int nal_length_bytes(NalCodec codec, std::span<const std::uint8_t> extra_data) noexcept;

/// The types of the parts of `packet`, in order; what is damaged ends the list.
std::vector<int> nal_types(NalCodec codec, int length_bytes, std::span<const std::uint8_t> packet);

/// Whether decoding can begin with a picture of such parts, and needs nothing from before: IDR of
/// H.264, IDR or BLA of HEVC.
bool starts_afresh(NalCodec codec, std::span<const int> types) noexcept;

}  // namespace mediaedit::internal
