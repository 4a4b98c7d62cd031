// An index of a transport or program stream, made by reading all of it once.
#pragma once

#include "video/bitstream/picture_start.hpp"
#include "video/container/clock_breaks.hpp"
#include "video/handles.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Such streams have no table, their clock may jump, and their stated duration is a guess. Units:
/// the video stream's ticks, on one clock; places in bytes from the file's beginning.
/// Threads: immutable, so any number may use it.
class StreamIndex {
public:
    /// A frame with which decoding can begin.
    struct Start {
        std::int64_t pts = 0, byte = 0;
    };

    StreamIndex(ClockBreaks breaks, std::vector<Start> starts, std::int64_t end)
        : breaks_(std::move(breaks)), starts_(std::move(starts)), end_(end) {}

    /// When the last frame's time ends; INT64_MIN: there is no frame.
    [[nodiscard]] std::int64_t end() const { return end_; }
    /// The place of the last start at `pts` or before.
    [[nodiscard]] std::optional<std::int64_t> place_before(std::int64_t pts) const;
    [[nodiscard]] bool has_jumps() const { return breaks_.has_any(); }
    /// Removes the jumps of the clock from the times of a packet at `place`.
    void set_on_one_clock(AVPacket& packet, ClockBreaks::Stream stream, std::int64_t place) const;

private:
    ClockBreaks breaks_;
    std::vector<Start> starts_;  // rising
    std::int64_t end_;
};

/// Makes the index. Threads: one at a time.
class StreamScan {
public:
    /// `sound` may be nullptr.
    StreamScan(const AVStream& picture, const AVStream* audio);

    /// Takes each packet of the two streams, in the file's order. `duration`: of a frame.
    void put(const AVPacket& packet, std::int64_t duration);
    [[nodiscard]] StreamIndex finish();

private:
    struct Found {
        std::int64_t pts, byte, end;
        bool is_start;
    };

    int picture_index_;
    bool may_shift_;
    ClockBreaks breaks_;
    StartFinder starts_;
    std::vector<Found> found_;
    std::array<std::int64_t, 2> places_{0, 0};  // of video and audio
};

}  // namespace mediaedit::internal
