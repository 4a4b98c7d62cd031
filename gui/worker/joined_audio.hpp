// Reads the audio of the kept parts, ahead of playback.
#pragma once

#include "worker/joined_ranges.hpp"

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/result.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sunting {

/// At a cut the audio fades out and in, as in the result. Threads: one at a time.
class JoinedAudio {
public:
    /// Units: `at` in sample frames on the joined clock. Both arguments must outlive this.
    JoinedAudio(mediaedit::AudioPreview& audio, const JoinedRanges& ranges, std::int64_t at)
        : audio_(audio), ranges_(ranges), at_(at) {}

    /// Returns the next `moments` sample frames, fewer at a cut, none at the end. Errors: those of
    /// AudioPreview::read.
    mediaedit::Result<std::vector<std::int16_t>> next(std::size_t moments);

private:
    mediaedit::AudioPreview& audio_;
    const JoinedRanges& ranges_;
    std::int64_t at_;
};

}  // namespace sunting
