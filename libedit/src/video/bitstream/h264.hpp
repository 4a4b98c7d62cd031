// H.264 as it stands in a file: parameter sets, the kinds of its units.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

using Bytes = std::vector<std::uint8_t>;
using ByteSpan = std::span<const std::uint8_t>;

/// The record in front of an H.264 track (avcC): how long the units' lengths are, and the parameter
/// sets.
struct AvcRecord {
    std::uint8_t profile = 0, constraints = 0, level = 0;
    int length_bytes = 4;
    std::vector<Bytes> sps, pps;
    Bytes extension;  ///< what High profiles add, as it stands

    /// Absent when it is none.
    static std::optional<AvcRecord> parse(ByteSpan record);
    [[nodiscard]] Bytes to_bytes() const;
};

/// From units with start codes, as encoders give them.
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

/// The units of a packet with lengths before them; absent when the lengths do not fit.
std::optional<std::vector<ByteSpan>> units_of(ByteSpan packet, int length_bytes);
/// The units between start codes.
std::vector<ByteSpan> annex_b_units(ByteSpan bytes);

/// The number a parameter set goes by: of an SPS its own, of a PPS its own and that of its SPS.
std::optional<unsigned> sps_id(ByteSpan sps);
struct PpsIds {
    unsigned own, sps;
};
std::optional<PpsIds> pps_ids(ByteSpan pps);

/// How many pictures from which others are made come before the first whole one, where the unit
/// (SEI) tells that decoding may begin with its picture (recovery_frame_cnt).
std::optional<unsigned> recovery_count(ByteSpan sei);

/// Whether a slice, by its header, needs no other picture.
bool is_intra_slice(ByteSpan slice);

}  // namespace mediaedit::internal
