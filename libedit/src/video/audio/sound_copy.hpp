// Sound that is copied, packet for packet: which of the source's packets stand where in the result.
#pragma once

#include "video/audio/audio_ranges.hpp"
#include "video/audio/sound_source.hpp"

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

/// The result's packets follow each other without a gap, so nothing can add up over many cuts:
///
///     source  |  a  |  b  |  c  |  d  |  e  |  f  |  g  |        each slot of the result has the
///     packet whose middle is nearest kept       [--------------)           [----------)         to
///     the moment that the slot's middle shows; within a range the result     |  a  |  b  |  c  |
///     f  |  g  |                 packets follow each other as in the source
///
/// A range begins at most half a packet from its place, and a millisecond for what containers
/// round; no packet comes twice. Inside, times that waver by less than three quarters of a packet
/// are made even. Where the source's clock wanders further from the samples it gives, as phones' do
/// over minutes, the packets stand evenly at its pace instead of directly behind each other.
/// Nothing: it cannot be done so, since the source has gaps, or begins too late or ends too early.
/// Shapes: starts rising, as many as there are packets; starts and stretches at the source's rate.
std::optional<std::vector<PacketRun>> plan_copy(std::span<const std::int64_t> starts,
                                                std::span<const KeptStretch> stretches,
                                                std::int64_t result_length);

/// Whether the stream is AAC-LC as an MP4 holds it, in packets so short that half of one is not
/// heard, for one or two channels.
bool may_be_copied(const AVStream& stream);

class CopiedSound {
public:
    /// Nothing: as plan_copy; the source may then stand anywhere.
    static std::unique_ptr<CopiedSound> plan(SoundSource& source, std::span<const TimeRange> keep,
                                             Time result_duration);

    CopiedSound(SoundSource& source, std::vector<PacketRun> runs);
    /// Units: time base 1 / the source's rate.
    bool next(AVPacket& packet);

private:
    [[nodiscard]] std::optional<std::int64_t> start_of(const AVPacket& packet) const;
    bool find_first(AVPacket& packet);

    SoundSource& source_;
    int rate_hz_;
    std::vector<PacketRun> runs_;
    std::size_t which_ = 0;
    std::int64_t done_ = 0;                // of the run
    std::optional<std::int64_t> reached_;  // where the source stands
};

}  // namespace mediaedit::internal
