// Reads the audio of the kept parts, ahead of playback.
#pragma once

#include "worker/joined_ranges.hpp"

#include <mediaedit/result.hpp>
#include <mediaedit/sound_preview.hpp>

#include <cstddef>
#include <cstdint>
#include <vector>

namespace sunting {

/// At a cut the audio fades out and in, as in the result. Threads: one at a time.
class JoinedSound {
public:
    /// Units: `at` in sample frames on the joined clock. Both arguments must outlive this.
    JoinedSound(mediaedit::SoundPreview& sound, const JoinedRanges& ranges, std::int64_t at)
        : sound_(sound), ranges_(ranges), at_(at) {}

    /// Returns the next `moments` sample frames, fewer at a cut, none at the end. Errors: those of
    /// SoundPreview::read.
    mediaedit::Result<std::vector<std::int16_t>> next(std::size_t moments);

private:
    mediaedit::SoundPreview& sound_;
    const JoinedRanges& ranges_;
    std::int64_t at_;
};

}  // namespace sunting
