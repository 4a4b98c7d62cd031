// The kept parts of a clip, played one after the other.
#pragma once

#include <mediaedit/sound_preview.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace sunting {

/// Moments of sound: see mediaedit::SoundPreview::rate_hz.
std::int64_t moment_at(mediaedit::Time time);
mediaedit::Time time_of(std::int64_t moment);

/// Two clocks: the clip's own, and the joined one, which is 0 where the first part begins and runs
/// without gaps.
class JoinedRanges {
public:
    /// A part that is heard without a break: parts that touch are one. Units: moments; `start` and
    /// `end` joined, half-open.
    struct Stretch {
        std::int64_t clip_start = 0;
        std::int64_t start = 0;
        std::int64_t end = 0;
    };

    /// `ranges` empty: all. What goes beyond 0 and `duration` is cut off.
    JoinedRanges(std::span<const mediaedit::TimeRange> ranges, mediaedit::Time duration);

    [[nodiscard]] mediaedit::Time length() const { return length_; }
    [[nodiscard]] mediaedit::Time to_clip(mediaedit::Time joined) const;
    /// Of a moment that is left out the next that is kept; behind the last one the beginning, for
    /// there is nothing left to play.
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
