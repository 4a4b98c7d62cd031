// Streams whose clock jumps within the file, as of recordings joined or interrupted: which shift
// makes it one clock.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace mediaedit::internal {

/// Pictures and sound of a stretch of the file have one shift, so that they stay in step; pictures
/// go on without a gap over a jump.
///
///     file     | picture 1 2 3 4 | sound 1 2 3 | picture 90 91 92 | sound 90 91 | ...
///     shift                 0                                 -85
///
/// Units: ticks of 1/90000 s, as transport and program streams have them; places in bytes from the
/// file's beginning.
class ClockBreaks {
public:
    enum Stream : std::uint8_t { pictures, sound };

    /// One packet after the other, in the file's order. `duration`: 0 where it is unknown.
    struct Seen {
        Stream stream = pictures;
        std::int64_t place = 0;
        std::int64_t dts = 0;
        std::int64_t duration = 0;
        bool is_start = false;  ///< a picture with which decoding can begin
    };
    void put(const Seen& packet);

    /// What is to be added to the times of a packet that lies there, when all have been put.
    [[nodiscard]] std::int64_t shift_at(Stream stream, std::int64_t place) const;
    /// Whether the clock jumps behind the packet that lies there. It is whole, although its end was
    /// not marked as one.
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
