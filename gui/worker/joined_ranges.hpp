// The kept parts of a clip, played one after the other.
#pragma once

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace sunting {

/// Counted in audio sample frames: see mediaedit::AudioPreview::rate_hz.
std::int64_t moment_at(mediaedit::Time time);
mediaedit::Time time_of(std::int64_t moment);

/// Two clocks: the clip's, and the joined one, which is 0 at the first part and has no gaps.
class JoinedRanges {
public:
    /// A part that is heard without a break; adjoining parts are one. Units: sample frames; `start`
    /// and `end` on the joined clock, half-open.
    struct Stretch {
        std::int64_t clip_start = 0;
        std::int64_t start = 0;
        std::int64_t end = 0;
    };

    /// `ranges` empty: the whole clip. Ranges are clipped to 0 and `duration`.
    JoinedRanges(std::span<const mediaedit::TimeRange> ranges, mediaedit::Time duration);

    [[nodiscard]] mediaedit::Time length() const { return length_; }
    [[nodiscard]] mediaedit::Time to_clip(mediaedit::Time joined) const;
    /// For a time that is left out: the next kept one. After the last part: the beginning, since
    /// nothing is left to play.
    [[nodiscard]] mediaedit::Time to_joined(mediaedit::Time clip) const;
    [[nodiscard]] std::span<const Stretch> stretches() const { return stretches_; }

private:
    struct Part {
        mediaedit::Time clip_start, start, length;
    };

    std::vector<Part> parts_;
    std::vector<Stretch> stretches_;
    mediaedit::Time length_{0};
};

}  // namespace sunting
