// Decodes packets to frames, in the order they are shown.
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

    /// Call before the first packet: frames are only checked for damage, so decoding may be less
    /// exact and faster.
    void only_check();

    /// Until flush(), incomplete frames before this pts are not counted as faults.
    void expect_whole_from(std::int64_t pts) { whole_from_ = pts; }

    /// Takes a packet of the stream, or nullptr at the end. What cannot be decoded is skipped, and
    /// counted.
    void put(const AVPacket* packet);
    /// The same, but its frame is not needed: it is skipped unless other frames refer to it.
    void put_unseen(const AVPacket& packet);

    /// The next frame, pts in the stream's ticks; false when more packets are needed, or at the
    /// end.
    bool take(AVFrame& frame);

    /// Drops everything it holds, before decoding goes on elsewhere.
    void flush();

    /// The number of damaged packets and frames so far.
    [[nodiscard]] int faults() const { return faults_; }

private:
    std::unique_ptr<FrameMemory> memory_ = std::make_unique<FrameMemory>();
    Codec codec_;
    int faults_ = 0;
    std::int64_t whole_from_ = INT64_MIN, last_put_ = INT64_MAX;
};

}  // namespace mediaedit::internal
