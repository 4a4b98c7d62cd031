// Encodes frames that fit between copied ones: H.264 with parameter sets of their own.
#pragma once

#include "video/bitstream/h264.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mediaedit::internal {

/// Encodes one run of frames, which begins with a true key frame and refers to none before or after
/// it. PSNR of at least 45 dB. Threads: one at a time; encodes on up to `threads` of its own.
class SeamEncoder {
public:
    /// FFmpeg's name of the only encoder that lets the id of its parameter sets be chosen.
    static constexpr const char* name = "libx264";

    /// `like`: the copied stream's parameters. `set_id`: a parameter set id that the copied stream
    /// does not use. Errors: unsupported, when no encoder takes such frames.
    SeamEncoder(const AVCodecParameters& like, AVRational time_base, AVRational frame_rate,
                unsigned set_id, int threads);

    /// Its parameter sets.
    [[nodiscard]] const AvcRecord& record() const { return record_; }

    /// nullptr: the end. Errors: unsupported, when a frame has another format than the stream.
    void put(const AVFrame* frame);
    /// The next packet: units with length prefixes of four bytes, without parameter sets; pts of
    /// the frame.
    bool take(AVPacket& packet);

private:
    Codec codec_;
    AvcRecord record_;
};

}  // namespace mediaedit::internal
