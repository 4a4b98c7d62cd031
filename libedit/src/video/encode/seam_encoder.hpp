// Pictures encoded so that they fit between copied ones: H.264 under parameter sets of their own.
#pragma once

#include "video/bitstream/h264.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace mediaedit::internal {

/// One run of pictures, which begins with a true key picture and needs none before or after it.
/// Each comes out within 45 dB of itself. Threads: one at a time; encodes on up to `threads` of its
/// own.
class SeamEncoder {
public:
    /// FFmpeg's name of the only one whose parameter sets can be given a number.
    static constexpr const char* name = "libx264";

    /// `like`: the copied stream's parameters. `set_id`: a parameter-set number that the copied
    /// stream does not use. Errors: unsupported, when no encoder takes such pictures.
    SeamEncoder(const AVCodecParameters& like, AVRational time_base, AVRational frame_rate,
                unsigned set_id, int threads);

    /// Its parameter sets.
    [[nodiscard]] const AvcRecord& record() const { return record_; }

    /// nullptr: no more are to come. Errors: unsupported, when a picture is of another kind than
    /// the stream says.
    void put(const AVFrame* frame);
    /// The next packet, as units with lengths of four bytes and without parameter sets; pts as the
    /// frame's.
    bool take(AVPacket& packet);

private:
    Codec codec_;
    AvcRecord record_;
};

}  // namespace mediaedit::internal
