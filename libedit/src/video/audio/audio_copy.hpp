// Copies AAC packets: which of the source's packets come where in the result.
#pragma once

#include "video/audio/audio_ranges.hpp"
#include "video/audio/audio_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// The one length that AAC-LC packets have. Units: samples.
inline constexpr std::int64_t aac_length = 1024;

/// Packets that follow each other in the source and in the result.
struct PacketRun {
    std::int64_t source_start = 0;  ///< of the first one. Units: samples at the source's rate
    std::int64_t count = 0;
    std::int64_t start = 0;  ///< of the first one in the result
    std::int64_t span = 0;   ///< from the first one's beginning to the last one's, in the result
    bool operator==(const PacketRun&) const = default;
};

/// The result's packets follow each other without a gap, so no error adds up over many cuts:
///
///     source  |  a  |  b  |  c  |  d  |  e  |  f  |  g  |
///     kept       [--------------)           [----------)
///     result     |  a  |  b  |  c  |  f  |  g  |
///
/// Each slot of the result has the packet whose middle is nearest to the time that the slot's
/// middle shows. Within a range packets follow each other as in the source. A range begins at most
/// half a packet and a millisecond (containers round) from its place. No packet comes twice. Within
/// a range, jitter of less than three quarters of a packet is evened out. Where the source's clock
/// drifts further from its samples, as phones' clocks do over minutes, the packets are spaced
/// evenly at the source's pace. Absent: packets cannot be copied, since the source has gaps, begins
/// too late or ends too early. Shapes: starts rising, one for each packet; starts and stretches at
/// the source's rate.
std::optional<std::vector<PacketRun>> plan_copy(std::span<const std::int64_t> starts,
                                                std::span<const KeptStretch> stretches,
                                                std::int64_t result_length);

/// Whether the stream is AAC-LC with one or two channels in the form that MP4 needs, and its
/// packets are so short that an offset of half a packet is not noticed.
bool may_be_copied(const AVStream& stream);

class CopiedAudio {
public:
    /// nullptr: as plan_copy; the source's position is unspecified then.
    static std::unique_ptr<CopiedAudio> plan(AudioSource& source, std::span<const TimeRange> keep,
                                             Time result_duration);

    CopiedAudio(AudioSource& source, std::vector<PacketRun> runs);
    /// Units: time base 1 / the source's rate.
    bool next(AVPacket& packet);

private:
    [[nodiscard]] std::optional<std::int64_t> start_of(const AVPacket& packet) const;
    bool find_first(AVPacket& packet);

    AudioSource& source_;
    int rate_hz_;
    std::vector<PacketRun> runs_;
    std::size_t which_ = 0;
    std::int64_t done_ = 0;                // of the current run
    std::optional<std::int64_t> reached_;  // start of the packet read last
};

}  // namespace mediaedit::internal
