// The types of the NAL units in a packet of H.264 or HEVC.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

enum class NalCodec { h264, hevc };

/// The size of the units' length prefixes, from the codec's extradata; 0: units begin with a start
/// code (Annex B).
int nal_length_bytes(NalCodec codec, std::span<const std::uint8_t> extra_data) noexcept;

/// The types of the units in `packet`, in order, up to the first damaged one.
std::vector<int> nal_types(NalCodec codec, int length_bytes, std::span<const std::uint8_t> packet);

/// Whether decoding can begin with a frame of these units without anything from before it: IDR of
/// H.264, IDR or BLA of HEVC.
bool starts_afresh(NalCodec codec, std::span<const int> types) noexcept;

}  // namespace mediaedit::internal
