// Coarse clocks and random frame times: a trimmed or encoded part shows the right frames.
#include "media/video/trim/uneven_times.hpp"
#include "plan/screen_time.hpp"
#include "support/made_film.hpp"
#include "video/decode/copy_plan.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <random>

namespace {

using namespace mediaedit;
using namespace std::chrono_literals;
using namespace mediaedit::test;

/// Whatever the container's clock: one picture per second in an AVI, milliseconds in Matroska.
TEST_F(UnevenTimes, CoarseClocks) {
    test::FilmOptions options;
    options.encoder = "mpeg4";
    options.width = 208;
    options.height = 96;
    options.ticks_a_second = 1;
    options.frames = 8;
    for (const auto* name : {"slow.avi", "slow.mkv", "slow.mov"}) {
        SCOPED_TRACE(name);
        test::make_film(*folder / name, options);
        Recipe recipe;
        recipe.keep = {{1600ms, 4300ms}, {5250ms, 5500ms}};
        const auto report =
            export_media(*folder / name, recipe, {*folder / "made.mp4", IfExists::replace});
        ASSERT_TRUE(report) << report.error().message;
        EXPECT_NEAR(seconds(*report->duration), 2.95, 0.0002);
        const auto seen = test::read_film(report->file);
        EXPECT_EQ(test::numbers_of(seen), (std::vector<int>{1, 2, 3, 4, 5}));
        const std::vector<double> times{0, 0.4e6, 1.4e6, 2.4e6, 2.7e6};
        for (std::size_t i = 0; i < seen.size(); ++i)
            EXPECT_NEAR(static_cast<double>(seen[i].time_us), times[i], 200);
    }
}

TEST_F(UnevenTimes, WhateverTheTimesAre) {
    std::mt19937 random(11);
    const auto number = [&](int below) {
        return static_cast<int>(random() % static_cast<unsigned>(below));
    };
    for (int round = 0; round < 4; ++round) {
        SCOPED_TRACE(round);
        test::FilmOptions options;
        options.width = 208;
        options.height = 96;
        options.b_frames = round % 3;
        options.group = 7;
        options.ticks_a_second = 1000;
        options.frames = 30;
        std::int64_t at = 0;
        for (int i = 0; i < options.frames; ++i)
            options.times.push_back(std::exchange(at, at + 20 + number(i % 4 == 0 ? 1500 : 90)));
        const auto film = *folder / "random.mp4";
        test::make_film(film, options);
        const Time end(options.times.back() * 1000);
        for (int cut = 0; cut < 4; ++cut) {
            const Time start(number(static_cast<int>(end.count()) - 200'000)),
                stop = start +
                       Time(100'000 + number(static_cast<int>((end - start).count()) - 100'000));
            SCOPED_TRACE(testing::Message() << start.count() << " to " << stop.count());
            std::vector<std::pair<int, Time>> expected;
            Time length{0};
            for (int i = 0; i + 1 < options.frames; ++i) {
                const internal::OnScreen frame{
                    Time(options.times[static_cast<std::size_t>(i)] * 1000),
                    Time(options.times[static_cast<std::size_t>(i) + 1] * 1000)};
                const auto part = internal::part_of(frame, {start, stop});
                if (!part) continue;
                expected.emplace_back(i, length);
                length += part->until - part->from;
            }
            if (expected.empty()) continue;
            for (const bool is_encoded : {false, true}) {
                Recipe recipe;
                recipe.keep = {{start, stop}};
                const auto report = export_media(film, is_encoded ? halved(recipe) : recipe,
                                                 {*folder / "made.mp4", IfExists::replace});
                ASSERT_TRUE(report) << report.error().message;
                EXPECT_NEAR(seconds(*report->duration), seconds(length), 0.0002);
                const auto seen = test::read_film(report->file, is_encoded ? 0.5 : 1);
                ASSERT_EQ(seen.size(), expected.size());
                for (std::size_t i = 0; i < seen.size(); ++i) {
                    EXPECT_EQ(seen[i].number, expected[i].first);
                    EXPECT_NEAR(static_cast<double>(seen[i].time_us),
                                static_cast<double>(expected[i].second.count()), 200);
                }
            }
        }
    }
}

}  // namespace
