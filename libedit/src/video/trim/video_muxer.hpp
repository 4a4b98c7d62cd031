// Puts the frames of a trim into the file, copied and encoded ones in one row.
#pragma once

#include "video/audio/audio_line.hpp"
#include "video/container/decode_times.hpp"
#include "video/container/mp4_writer.hpp"
#include "video/decode/copy_plan.hpp"
#include "video/trim/seam_watch.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Gives packets their decode times, writes the audio beside them, and shows them to SeamWatch.
/// Units of all times: ticks of CutClock. Threads: one at a time.
class VideoMuxer {
public:
    /// `delay`: how many frames the codec may hold back. `step`: the usual time between two frames.
    VideoMuxer(Mp4Writer& writer, AudioLine& audio, SeamWatch& watch, const CutClock& cuts,
               int delay, std::int64_t step)
        : writer_(writer), audio_(audio), watch_(watch), cuts_(cuts), times_(delay, step, 0) {}

    /// The next packet does not continue the one before it.
    void seam() { watch_.seam(); }
    /// Takes the packet over. `pts`: on the result's clock. Errors: CannotCopy: timestamps,
    /// verification; those of Mp4Writer and AudioLine.
    void put_copied(AVPacket& packet, std::int64_t pts);
    void put_encoded(AVPacket& packet, std::int64_t pts);

    /// `end`: when the last frame's time on the screen ends.
    void finish(std::int64_t end);

    /// The pts of all frames, in the file's order.
    [[nodiscard]] const std::vector<std::int64_t>& shown() const { return shown_; }
    [[nodiscard]] std::int64_t copied() const { return copied_; }
    [[nodiscard]] std::int64_t encoded() const { return encoded_; }

private:
    void put(AVPacket& packet, std::int64_t pts);
    void hold(AVPacket& packet);

    Mp4Writer& writer_;
    AudioLine& audio_;
    SeamWatch& watch_;
    const CutClock& cuts_;
    DecodeTimes times_;
    Packet held_;  // until the next one is there, which tells how long it lasts
    std::vector<std::int64_t> shown_;
    std::int64_t copied_ = 0, encoded_ = 0;
};

}  // namespace mediaedit::internal
