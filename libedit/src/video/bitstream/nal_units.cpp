// The types of the NAL units in a packet of H.264 or HEVC. Source: ITU-T H.264 annex B and table
// 7-1, H.265 annex B and table 7-1; ISO/IEC 14496-15 for lengths.
#include "video/bitstream/nal_units.hpp"

#include <algorithm>
#include <cstddef>

namespace mediaedit::internal {
namespace {

/// An 8K frame with a slice for each row has fewer.
constexpr std::size_t most_parts = 1024;

int type_of(NalCodec codec, std::uint8_t first_byte) {
    return codec == NalCodec::h264 ? first_byte & 0x1F : first_byte >> 1 & 0x3F;
}

void add_started_types(NalCodec codec, std::span<const std::uint8_t> bytes,
                       std::vector<int>& types) {
    for (std::size_t i = 3; i < bytes.size() && types.size() < most_parts; ++i)
        if (bytes[i - 1] == 1 && bytes[i - 2] == 0 && bytes[i - 3] == 0)
            types.push_back(type_of(codec, bytes[i]));
}

}  // namespace

int nal_length_bytes(NalCodec codec, std::span<const std::uint8_t> extra_data) noexcept {
    const std::size_t at = codec == NalCodec::h264 ? 4 : 21;
    // A start code begins with 0, MP4's record with its version, 1.
    return extra_data.size() > at && extra_data[0] == 1 ? (extra_data[at] & 3) + 1 : 0;
}

std::vector<int> nal_types(NalCodec codec, int length_bytes, std::span<const std::uint8_t> packet) {
    std::vector<int> types;
    if (length_bytes == 0) {
        add_started_types(codec, packet, types);
        return types;
    }
    const auto prefix = static_cast<std::size_t>(length_bytes);
    while (packet.size() > prefix && types.size() < most_parts) {
        std::size_t length = 0;
        for (const auto byte : packet.first(prefix)) length = length << 8 | byte;
        packet = packet.subspan(prefix);
        if (length == 0 || length > packet.size()) break;
        types.push_back(type_of(codec, packet[0]));
        // Some phones put several units with start codes under one length. A single unit never
        // contains a start code.
        add_started_types(codec, packet.first(length), types);
        packet = packet.subspan(length);
    }
    return types;
}

bool starts_afresh(NalCodec codec, std::span<const int> types) noexcept {
    return std::ranges::any_of(types, [codec](int type) {
        return codec == NalCodec::h264 ? type == 5 : type >= 16 && type <= 20;
    });
}

}  // namespace mediaedit::internal
