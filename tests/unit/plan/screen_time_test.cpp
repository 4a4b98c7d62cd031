// Which screen time of frames belongs to a range.
#include "plan/screen_time.hpp"
#include "plan/changed_parts.hpp"
#include "plan/hide_path.hpp"
#include "support/uneven_film.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <random>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace std::chrono_literals;

constexpr OnScreen short_frame{1000ms, 1100ms}, long_frame{1000ms, 5000ms};

TEST(ScreenTime, ABoundaryInAShortFrameMovesToTheNextAndInALongOneItStays) {
    struct Row {
        OnScreen frame;
        Time options, edge;
    };
    for (const auto& [frame, options, edge] : {
             Row{short_frame, 900ms, 1000ms},
             {short_frame, 1000ms, 1000ms},
             {short_frame, 1000001us, 1100ms},
             {short_frame, 1099ms, 1100ms},
             {short_frame, 1200ms, 1100ms},
             {long_frame, 900ms, 1000ms},
             {long_frame, 1000ms, 1000ms},
             {long_frame, 1000500us, 1000ms},
             {long_frame, 1001ms, 1001ms},
             {long_frame, 3000ms, 3000ms},
             {long_frame, 4999ms, 4999ms},
             {long_frame, 4999500us, 5000ms},
             {long_frame, 5000ms, 5000ms},
             {long_frame, 6000ms, 5000ms},
             {{0us, 100001us}, 50ms, 100001us},
             {{0us, 100002us}, 50ms, 50ms},
             {{0us, 100000us}, 50ms, 100ms},
         })
        EXPECT_EQ(cut_in(frame, options), edge)
            << frame.from.count() << " to " << frame.until.count() << ": " << options.count();
}

/// What a range keeps of the table's film, by the rule alone.
std::vector<std::pair<int, OnScreen>> kept_of(const TimeRange& range) {
    std::vector<std::pair<int, OnScreen>> kept;
    for (const auto& frame : test::uneven_frames())
        if (const auto part = part_of({frame.from, frame.until}, range))
            kept.emplace_back(frame.number, *part);
    return kept;
}

TEST(ScreenTime, EveryRangeOfTheTableGetsWhatItShould) {
    for (const auto& row : test::uneven_ranges()) {
        SCOPED_TRACE(row.range.start.count());
        std::vector<std::pair<int, OnScreen>> expected;
        for (const auto& frame : test::kept_frames(row))
            expected.emplace_back(frame.number, OnScreen{frame.from, frame.until});
        EXPECT_EQ(kept_of(row.range), expected);
        for (const auto& frame : test::uneven_frames())
            EXPECT_EQ(is_covered({frame.from, frame.until}, row.range),
                      row.hide_from <= frame.from && frame.until <= row.hide_until)
                << frame.number;
    }
}

TEST(ScreenTime, RangesThatTouchLoseAndDoubleNothing) {
    std::mt19937 random(7);
    const auto number = [&](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    for (int round = 0; round < 300; ++round) {
        std::vector<OnScreen> frames;
        Time at{0};
        for (int i = 0; i < 20; ++i) {
            const Time until = at + Time(1 + number(i % 3 == 0 ? 3'000'000 : 120'000));
            frames.push_back({at, until});
            at = until;
        }
        std::vector<Time> cuts{0us, at};
        for (int i = 0; i < 5; ++i) cuts.emplace_back(number(static_cast<int>(at.count())));
        std::ranges::sort(cuts);
        for (const auto& frame : frames) {
            Time reached = frame.from;
            for (std::size_t i = 0; i + 1 < cuts.size(); ++i) {
                const TimeRange range{cuts[i], cuts[i + 1]};
                const auto part = part_of(frame, range);
                if (!part) continue;
                EXPECT_EQ(part->from, reached);
                reached = part->until;
                EXPECT_TRUE(is_covered(frame, range))
                    << "what is kept in a range would be hidden in it";
                if (is_cut_in_time(frame)) {
                    EXPECT_LE(std::max(range.start, frame.from) - part->from, 1ms);
                    EXPECT_LE(part->until - std::min(*range.end, frame.until), 1ms);
                } else {
                    EXPECT_EQ(*part, frame);
                }
            }
            EXPECT_EQ(reached, frame.until);
        }
    }
}

TEST(ScreenTime, ALongFrameIsShownOnceForEachLook) {
    const auto looks =
        looks_of(long_frame, {2000ms, 5000ms},
                 std::vector<Time>{4000ms, 1500ms, 3000ms, 3000500us, 4999800us, 2000400us});
    ASSERT_EQ(looks.size(), 3u);
    EXPECT_EQ(looks[0].part, (OnScreen{2000ms, 3000500us}));
    EXPECT_EQ(looks[1].part, (OnScreen{3000500us, 4000ms}));
    EXPECT_EQ(looks[2].part, (OnScreen{4000ms, 5000ms}));
    for (const auto& look : looks)
        EXPECT_TRUE(look.part.from < look.at && look.at < look.part.until);
    EXPECT_EQ(looks_of(short_frame, short_frame, std::vector<Time>{1050ms}),
              (std::vector<ShownPart>{{short_frame, 1000ms}}));
}

TEST(ScreenTime, TheLastFrameIsHeldWhileSoundGoesOn) {
    EXPECT_EQ(held_until(12s, 20s), 20s);
    EXPECT_EQ(held_until(12s, 12100ms), 12s) << "what an encoder leaves over";
    EXPECT_EQ(held_until(12s, 9s), 12s);
    EXPECT_EQ(held_until(12s, {}), 12s);
}

TEST(ScreenTime, AnAreaThatMovesCoversAllItPassesOverWhileAFrameStands) {
    const PlannedHide hidden{
        {},
        HideWith::blur,
        TimeRange{2s, 4s},
        {{Time(1s), {0, 0, 10, 10}}, {Time(3s), {100, 50, 10, 10}}, {Time(5s), {0, 0, 10, 10}}}};
    EXPECT_EQ(area_on(hidden, {2000ms, 2100ms}), area_at(hidden, 2s));
    EXPECT_EQ(area_on(hidden, {2s, 3s}), (PixelRect{50, 25, 60, 35}));
    EXPECT_EQ(area_on(hidden, {0s, 9s}), (PixelRect{50, 25, 60, 35})) << "as far as it lasts";
}

TEST(ChangedParts, AnAreaIsHiddenOnWholeFramesAndATextFromItsMoment) {
    const ScreenAt screen_at = [](Time at) {
        const auto second = std::chrono::floor<std::chrono::seconds>(at);
        return OnScreen{second, second + 1s};
    };
    Recipe recipe;
    recipe.keep = {{500ms, 9s}};
    recipe.hidden.push_back({{0, 0, 0.5, 0.5}, HideWith::solid, TimeRange{3500ms, 5500ms}});
    auto parts = changed_parts(recipe, screen_at);
    ASSERT_EQ(parts.size(), 3u);
    EXPECT_EQ(parts[1].range, (TimeRange{3s, 6s}));
    EXPECT_TRUE(parts[1].is_changed && !parts[0].is_changed && !parts[2].is_changed);
    recipe.hidden.front().when = TimeRange{3s, 5s};
    EXPECT_EQ(changed_parts(recipe, screen_at).at(1).range, (TimeRange{3s, 5s}));
    recipe.hidden.front().when = TimeRange{200ms, 300ms};
    EXPECT_EQ(changed_parts(recipe, screen_at).at(0).range, (TimeRange{500ms, 1s}))
        << "it was on the screen then";
    recipe.hidden.clear();
    TextOverlay text;
    text.when = TimeRange{3500ms, 5500ms};
    recipe.overlays = {text};
    EXPECT_EQ(changed_parts(recipe, screen_at).at(1).range, (TimeRange{3500ms, 5500ms}));
}

}  // namespace
