// Which shifts turn a clock that jumps into a continuous one.
#include "video/container/clock_breaks.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <vector>

namespace {

using mediaedit::internal::ClockBreaks;

constexpr std::int64_t second = 90'000, picture = 3000, packet = 1920;

/// A file being read: video and audio packets of parts, each with its own clock.
class ClockBreaksTest : public testing::Test {
protected:
    ClockBreaks breaks;
    struct Stored {
        ClockBreaks::Stream stream;
        std::int64_t place, dts;
    };
    std::vector<Stored> stored;

    void put(ClockBreaks::Stream stream, std::int64_t dts, bool is_start = false) {
        const auto place = static_cast<std::int64_t>(stored.size()) * 100;
        stored.push_back({stream, place, dts});
        breaks.put(
            {stream, place, dts, stream == ClockBreaks::pictures ? picture : packet, is_start});
    }
    /// Video and audio of a part, interleaved; the sound may be earlier or later in the file.
    void put_part(std::int64_t clock, std::int64_t length, std::int64_t audio_ahead) {
        std::int64_t seen = 0, heard = 0;
        while (seen < length || heard < length) {
            if (seen < length && (heard >= length || seen + audio_ahead <= heard)) {
                put(ClockBreaks::pictures, clock + seen, seen == 0);
                seen += picture;
            } else {
                put(ClockBreaks::audio, clock + heard);
                heard += packet;
            }
        }
    }
    [[nodiscard]] std::vector<std::int64_t> times(ClockBreaks::Stream stream) const {
        std::vector<std::int64_t> times;
        for (const auto& one : stored)
            if (one.stream == stream) times.push_back(one.dts + breaks.shift_at(stream, one.place));
        return times;
    }
    void expect_even_pictures() const {
        const auto seen = times(ClockBreaks::pictures);
        for (std::size_t i = 0; i < seen.size(); ++i)
            EXPECT_EQ(seen[i], seen[0] + static_cast<std::int64_t>(i) * picture) << i;
    }
    void expect_audio_beside_pictures() const {
        for (const auto& one : stored) {
            if (one.stream != ClockBreaks::audio) continue;
            // A part has one clock for video and audio, so both need the same shift.
            for (const auto& other : stored)
                if (other.stream == ClockBreaks::pictures &&
                    std::abs(other.dts - one.dts) < picture &&
                    std::abs(other.place - one.place) < 6000) {
                    EXPECT_EQ(breaks.shift_at(one.stream, one.place),
                              breaks.shift_at(other.stream, other.place))
                        << one.place;
                    break;
                }
        }
    }
};

TEST_F(ClockBreaksTest, AnyJumpIsGoneOver) {
    for (const auto clock : {INT64_C(0), 2 * second, 3600 * second, 5000 * second, -20 * second})
        for (const auto ahead : {INT64_C(0), second / 3, -second / 3}) {
            SCOPED_TRACE(testing::Message() << clock / second << " s, sound ahead by " << ahead);
            breaks = {};
            stored.clear();
            put_part(100 * second, 4 * second, ahead);
            put_part(100 * second + clock, 4 * second, ahead);
            put_part(0, 2 * second, ahead);
            expect_even_pictures();
            expect_audio_beside_pictures();
        }
}

TEST_F(ClockBreaksTest, AHoleStaysAHole) {
    put_part(0, 2 * second, 0);
    put_part(9 * second, 2 * second, 0);
    EXPECT_FALSE(breaks.has_any());
    EXPECT_EQ(times(ClockBreaks::pictures).back(), 11 * second - picture);
}

TEST_F(ClockBreaksTest, OneWrongTimeMovesNothingElse) {
    for (int i = 0; i < 30; ++i)
        put(ClockBreaks::pictures, i == 15 ? 7000 * second : i * picture, i % 10 == 0);
    expect_even_pictures();
}

TEST_F(ClockBreaksTest, PicturesOutOfOrderAreNoJump) {
    // With presentation times only: I P B B P B B.
    for (const int shown : {0, 3, 1, 2, 6, 4, 5, 9, 7, 8})
        put(ClockBreaks::pictures, shown * picture, shown == 0);
    EXPECT_FALSE(breaks.has_any());
}

TEST_F(ClockBreaksTest, DamageWithoutEndIsBorne) {
    for (std::int64_t i = 0; i < 20'000; ++i)
        put(i % 3 == 0 ? ClockBreaks::audio : ClockBreaks::pictures, i * 7'919 % 100'003 * second,
            i % 5 == 0);
    EXPECT_EQ(times(ClockBreaks::pictures).size() + times(ClockBreaks::audio).size(),
              stored.size());
}

}  // namespace
