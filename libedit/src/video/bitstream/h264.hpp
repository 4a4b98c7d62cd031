// H.264 in files: parameter sets and types of units.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

using Bytes = std::vector<std::uint8_t>;
using ByteSpan = std::span<const std::uint8_t>;

/// The decoder configuration record of an H.264 track (avcC): the size of the units' length
/// prefixes, and the parameter sets.
struct AvcRecord {
    std::uint8_t profile = 0, constraints = 0, level = 0;
    int length_bytes = 4;
    std::vector<Bytes> sps, pps;
    Bytes extension;  ///< what High profiles add, unparsed

    /// Absent if `record` is not such a record.
    static std::optional<AvcRecord> parse(ByteSpan record);
    [[nodiscard]] Bytes to_bytes() const;
};

/// From units with start codes, as encoders write them.
AvcRecord record_of_annex_b(ByteSpan sets);

enum class UnitKind : std::uint8_t {
    slice = 1,
    partition_a = 2,
    idr = 5,
    sei = 6,
    sps = 7,
    pps = 8,
    delimiter = 9
};
inline UnitKind kind_of(ByteSpan unit) {
    return static_cast<UnitKind>(unit.empty() ? 0 : unit[0] & 0x1F);
}

/// The units of a packet with length prefixes; absent if the lengths are wrong.
std::optional<std::vector<ByteSpan>> units_of(ByteSpan packet, int length_bytes);
/// The units between start codes.
std::vector<ByteSpan> annex_b_units(ByteSpan bytes);

/// The ids of parameter sets: of an SPS its own, of a PPS its own and that of its SPS.
std::optional<unsigned> sps_id(ByteSpan sps);
struct PpsIds {
    unsigned own, sps;
};
std::optional<PpsIds> pps_ids(ByteSpan pps);

/// recovery_frame_cnt: how many reference frames come before the first complete one. Absent: the
/// SEI unit says nothing of a recovery point.
std::optional<unsigned> recovery_count(ByteSpan sei);

/// Whether a slice refers to no other frame, by its header.
bool is_intra_slice(ByteSpan slice);

}  // namespace mediaedit::internal
