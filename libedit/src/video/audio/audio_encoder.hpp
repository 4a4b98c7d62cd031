// Encodes audio to AAC-LC, in sync with the video in a file without an edit list.
#pragma once

#include "video/audio/audio_flow.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// An AAC encoder emits `initial_padding` samples before the first one that it gets. An edit list
/// would make players skip them, but results have none. So as many samples are dropped from the
/// beginning of the flow instead, and all others are heard at their time:
///
///     given      0 ......... 1024 ............ 2048 .........
///     encoded    [ padding  ][ 1024 ...        ][ 2048 ...
///
/// Threads: one at a time.
class AudioEncoder {
public:
    /// Units: `length` in sample frames, the padding included. Errors: unsupported (FFmpeg has no
    /// such encoder).
    AudioEncoder(AudioFlow& flow, std::int64_t length);

    [[nodiscard]] const AVCodecParameters& parameters() const { return *parameters_; }
    /// Units: time base 1 / audio_rate_hz.
    bool next(AVPacket& packet);

private:
    void send_next();

    AudioFlow& flow_;
    std::int64_t length_;
    Codec encoder_;
    Parameters parameters_;
    Frame frame_;
    std::vector<float> block_;
    std::int64_t sent_ = 0;
    std::int64_t at_ = 0;
};

}  // namespace mediaedit::internal
