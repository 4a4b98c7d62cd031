// Packets in, pictures out, in the order they are shown.
#pragma once

#include "video/decode/frame_memory.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <memory>

namespace mediaedit::internal {

/// Threads: one at a time; decodes on up to `threads` of its own.
class VideoDecoder {
public:
    /// Errors: unsupported, when no decoder takes the stream; too_large.
    VideoDecoder(const AVStream& stream, int threads);
    VideoDecoder(const AVCodecParameters& parameters, AVRational time_base, int threads);

    /// Before the first packet: pictures need not look well, only show whether they are whole.
    /// Faster.
    void only_check();

    /// Pictures before this pts need not be whole yet: that is no fault. Until it is flushed.
    void expect_whole_from(std::int64_t pts) { whole_from_ = pts; }

    /// Gives it a packet of the stream, or nullptr at the end. What cannot be decoded is left out,
    /// and counted.
    void put(const AVPacket* packet);
    /// The same, but its picture need not come out: left out when no other is made from it.
    void put_unseen(const AVPacket& packet);

    /// The next picture, its pts in the stream's ticks; false when more packets are needed, or at
    /// the end.
    bool take(AVFrame& frame);

    /// Forgets all it holds, to go on elsewhere.
    void flush();

    /// Packets and pictures that were damaged so far.
    [[nodiscard]] int faults() const { return faults_; }

private:
    std::unique_ptr<FrameMemory> memory_ = std::make_unique<FrameMemory>();
    Codec codec_;
    int faults_ = 0;
    std::int64_t whole_from_ = INT64_MIN, last_put_ = INT64_MAX;
};

}  // namespace mediaedit::internal
