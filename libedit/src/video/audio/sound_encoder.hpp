// A flow of sound as AAC-LC packets, in step with the pictures in a file without an edit list.
#pragma once

#include "video/audio/sound_flow.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// An AAC encoder puts its own start, `initial_padding` samples, before the first that it was
/// given. Players would be told to skip it by an edit list, which results have not, so as much is
/// left out of the sound in its stead:
///
///     given     0 ......... 1024 ............ 2048 .........     the first 1024 samples are
///     dropped, encoded   [ padding  ][ 1024 ...        ][ 2048 ...        and all others are heard
///     where they belong.
///
/// Threads: one at a time.
class SoundEncoder {
public:
    /// Units: `length` in moments; as many are heard, the padding included.
    /// Errors: unsupported (FFmpeg has no such encoder).
    SoundEncoder(SoundFlow& flow, std::int64_t length);

    [[nodiscard]] const AVCodecParameters& parameters() const { return *parameters_; }
    /// Units: time base 1 / sound_rate_hz.
    bool next(AVPacket& packet);

private:
    void send_next();

    SoundFlow& flow_;
    std::int64_t length_;
    Codec encoder_;
    Parameters parameters_;
    Frame frame_;
    std::vector<float> block_;
    std::int64_t sent_ = 0;
    std::int64_t at_ = 0;
};

}  // namespace mediaedit::internal
