// Interleaves audio packets with the video.
#pragma once

#include "video/audio/audio_maker.hpp"
#include "video/container/mp4_writer.hpp"

#include <mediaedit/time.hpp>

#include <algorithm>
#include <cstdint>

namespace mediaedit::internal {

/// Threads: one at a time.
class AudioLine {
public:
    AudioLine(AudioMaker& maker, Mp4Writer& writer)
        : maker_(maker), writer_(writer), ended_(maker.parameters() == nullptr) {}

    /// Writes the audio up to `time` on the result's clock. Errors: those of AudioMaker and
    /// Mp4Writer.
    void write_until(Time time) {
        while (!ended_) {
            if (!packet_) {
                packet_ = new_packet();
                if (!maker_.next(*packet_)) {
                    packet_.reset();
                    ended_ = true;
                    return;
                }
            }
            if (av_rescale_q(packet_->pts, maker_.time_base(), AV_TIME_BASE_Q) > time.count())
                return;
            writer_.put_audio(*packet_);
            packet_.reset();
        }
    }

    void finish() { write_until(Time::max()); }

private:
    AudioMaker& maker_;
    Mp4Writer& writer_;
    Packet packet_;
    bool ended_;
};

/// The track for the writer; `length`: the result's.
inline Mp4Writer::Track track_of(const AudioMaker& maker, Time length) {
    // No AAC variant has shorter packets.
    constexpr int shortest_packet = 480;
    const auto* audio = maker.parameters();
    const double packets_a_second = audio ? static_cast<double>(audio->sample_rate) /
                                                std::max(shortest_packet, audio->frame_size)
                                          : 0;
    const auto packets =
        static_cast<std::int64_t>(static_cast<double>(length.count()) / 1e6 * packets_a_second) +
        256;
    return {maker.parameters(), maker.time_base(), {0, 1}, packets, nullptr};
}

}  // namespace mediaedit::internal
