// Streams whose clock jumps within the file, as in joined or interrupted recordings: finds the
// shifts that make it one clock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Video and audio of a stretch of the file have one shift, so that they stay in sync; the video
/// continues without a gap over a jump.
///
///     file     | picture 1 2 3 4 | sound 1 2 3 | picture 90 91 92 | sound 90 91 | ...
///     shift                 0                                 -85
///
/// Units: ticks of 1/90000 s, as in transport and program streams; places in bytes from the file's
/// beginning.
class ClockBreaks {
public:
    enum Stream : std::uint8_t { pictures, audio };

    /// Packets in the file's order. `duration`: 0 if unknown.
    struct Seen {
        Stream stream = pictures;
        std::int64_t place = 0;
        std::int64_t dts = 0;
        std::int64_t duration = 0;
        bool is_start = false;  ///< a frame with which decoding can begin
    };
    void put(const Seen& packet);

    /// What must be added to the times of the packet at `place`. Call when all have been put.
    [[nodiscard]] std::int64_t shift_at(Stream stream, std::int64_t place) const;
    /// Whether the clock jumps after the packet at `place`. Such a packet is complete, although
    /// FFmpeg flags it as corrupt.
    [[nodiscard]] bool is_before_jump(Stream stream, std::int64_t place) const;
    [[nodiscard]] bool has_any() const { return stretches_.size() > 1; }

private:
    static constexpr std::int64_t never = INT64_MAX;
    struct Stretch {
        std::int64_t shift = 0;
        std::array<std::int64_t, 2> from{never, never};
        std::array<std::int64_t, 2> last_before{never, never};
    };
    struct Line {
        bool has_begun = false;
        std::size_t stretch = 0;
        std::int64_t last = 0, expected = 0, step = 0;  // shifted
        std::int64_t place = 0;
    };

    [[nodiscard]] bool breaks(const Seen& packet, const Line& line) const;
    std::size_t stretch_for(const Seen& packet, const Line& line);
    void go_on(const Seen& packet, Line& line, std::size_t stretch);

    std::vector<Stretch> stretches_{{0, {0, 0}, {never, never}}};
    std::array<Line, 2> lines_{};
};

}  // namespace mediaedit::internal
