// A clip that is played: picture and sound stay in step, parts follow each other, and no call
// waits.
#include "numbered_film.hpp"

#include "platform/silent_audio_output.hpp"

#include "worker/joined_ranges.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <cstdlib>
#include <future>
#include <iterator>
#include <memory>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

TEST_F(PlayerOfFilm, PlaysInStepWithADevice) {
    setenv("SDL_AUDIODRIVER", "dummy", 1);
    const auto handed = std::make_shared<std::atomic<std::int64_t>>(0);
    std::mutex mutex;
    std::vector<int> shown;
    Player* waking = nullptr;
    Player player(std::make_unique<CountingOutput>(new_sdl_audio_output(), handed), [&] {
        const std::scoped_lock lock(mutex);
        if (waking && waking->picture().picture)
            shown.push_back(number_in(*waking->picture().picture));
    });
    {
        const std::scoped_lock lock(mutex);
        waking = &player;
    }
    EXPECT_FALSE(player.playing());
    player.play(clip(), Time(0));
    EXPECT_TRUE(player.playing());
    const auto begun = steady_clock::now();
    Time before{0};
    while (!player.finished() && steady_clock::now() - begun < std::chrono::seconds(20)) {
        const auto least = time_of(*handed) - buffer - milliseconds(40);
        const auto position = player.position();
        const auto most = time_of(*handed);
        EXPECT_GE(position, std::min(least, at(2)));
        EXPECT_LE(position, most);
        EXPECT_GE(position, before);
        before = position;
        std::this_thread::sleep_for(milliseconds(2));
    }
    ASSERT_TRUE(player.finished());
    EXPECT_TRUE(player.has_audio_device());
    EXPECT_FALSE(player.playing());
    EXPECT_GE(steady_clock::now() - begun, milliseconds(1900)) << "faster than it is heard";
    EXPECT_EQ(player.position(), at(2));
    EXPECT_FALSE(player.error());
    ASSERT_TRUE(player.picture().picture);
    EXPECT_EQ(number_in(*player.picture().picture), pictures - 1);
    const std::scoped_lock lock(mutex);
    ASSERT_FALSE(shown.empty());
    EXPECT_EQ(shown.front(), 0);
    EXPECT_TRUE(std::ranges::is_sorted(shown));
    EXPECT_GE(shown.size(), 10U);
    waking = nullptr;
}

TEST_F(PlayerOfFilm, EachPictureIsShownWhenItsSoundIs) {
    auto output = std::make_unique<SilentAudioOutput>();
    auto& device = *output;
    Player player(std::move(output), nullptr, clock);
    player.play(clip(), Time(0));
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    std::vector<int> shown;
    for (int i = 0; i < 200 && !player.finished(); ++i) {
        clock.pass(buffer);
        const auto samples = device.advance();
        const auto due =
            std::min(static_cast<int>((player.position() + Time(1000)).count() * rate / 1'000'000),
                     pictures - 1);
        // The frame that is due is shown, however long it takes, and no other.
        EXPECT_TRUE(wait_until([&] {
            return player.picture().picture && number_in(*player.picture().picture) >= due;
        })) << due;
        shown.push_back(number_in(*player.picture().picture));
        EXPECT_EQ(shown.back(), due);
        if (!samples.empty() && samples[0] != 0 && i > 2 && player.position() < at(1.9)) {
            // The audio that was handed over one buffer ago begins to be heard.
            const double heard_s = static_cast<double>((player.position() + buffer).count()) / 1e6;
            EXPECT_NEAR(tenth_in(samples[0]), std::floor(heard_s * 10), 1.01);
        }
    }
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    EXPECT_EQ(shown.front(), 0);
    EXPECT_EQ(shown.back(), pictures - 1);
    EXPECT_EQ(std::unique(shown.begin(), shown.end()) - shown.begin(), pictures);
    EXPECT_EQ(player.position(), at(2));
}

TEST_F(PlayerOfFilm, PartsFollowEachOtherWithTheirSound) {
    auto output = std::make_unique<SilentAudioOutput>();
    auto& device = *output;
    Player player(std::move(output), nullptr, clock);
    player.play(clip({{at(0.2), at(0.6)}, {at(1.2), at(1.6)}}), at(0.2));
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    std::vector<std::int16_t> heard;
    std::vector<int> shown;
    Time before = at(0.2);
    for (int i = 0; i < 100 && !player.finished(); ++i) {
        clock.pass(buffer);
        const auto samples = device.advance();
        // Audio that is not decoded in time is silence; the film itself has none.
        std::ranges::copy_if(samples, std::back_inserter(heard),
                             [](std::int16_t sample) { return sample != 0; });
        const auto position = player.position();
        EXPECT_TRUE((position >= at(0.2) && position <= at(0.6)) ||
                    (position >= at(1.2) && position <= at(1.6)))
            << position.count();
        EXPECT_GE(position, before);
        before = position;
        const int due =
            std::min(static_cast<int>((position + Time(1000)).count() * rate / 1'000'000), 39);
        EXPECT_TRUE(wait_until([&] {
            return player.picture().picture && number_in(*player.picture().picture) >= due;
        })) << due;
        shown.push_back(number_in(*player.picture().picture));
    }
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    EXPECT_EQ(player.position(), at(1.6));
    for (const int number : shown)
        EXPECT_TRUE((number >= 5 && number < 15) || (number >= 30 && number < 40)) << number;
    EXPECT_TRUE(std::ranges::is_sorted(shown));
    EXPECT_EQ(shown.back(), 39);
    // Where a part fades in, a few samples are too soft to be distinguished from silence.
    ASSERT_NEAR(static_cast<double>(heard.size()), 2.0 * 48'000 * 8 / 10, 60);
    // The middle of each tenth of a second, and a fade at the cut.
    const int tenths[] = {2, 3, 4, 5, 12, 13, 14, 15};
    for (std::size_t i = 0; i < std::size(tenths); ++i)
        EXPECT_EQ(tenth_in(heard[2 * (4800 * i + 2400)]), tenths[i]) << i;
    EXPECT_LT(std::abs(heard[std::size_t{2} * 4800 * 4]), 20);
}

TEST_F(PlayerOfFilm, PausesAndGoesOn) {
    auto output = std::make_unique<SilentAudioOutput>();
    auto& device = *output;
    Player player(std::move(output), nullptr, clock);
    const auto played = clip();
    player.play(played, at(0.5));
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    EXPECT_EQ(player.position(), at(0.5));
    for (int i = 0; i < 6; ++i) {
        clock.pass(buffer);
        device.advance();
    }
    player.pause();
    EXPECT_FALSE(player.playing());
    EXPECT_FALSE(player.finished());
    const auto position = player.position();
    EXPECT_NEAR(static_cast<double>(position.count()),
                500'000 + 5 * static_cast<double>(buffer.count()),
                static_cast<double>(buffer.count()) + 100);
    clock.pass(milliseconds(5000));
    EXPECT_EQ(player.position(), position);
    ASSERT_TRUE(wait_until([&] { return !device.running(); }));

    player.play(played, position);
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    const auto samples = device.advance();
    ASSERT_FALSE(samples.empty());
    // 2.5 ms after the beginning the full level is reached.
    EXPECT_EQ(tenth_in(samples[2 * 200]),
              static_cast<int>((position + Time(4200)).count() / 100'000));
    ASSERT_TRUE(wait_until([&] { return player.picture().at == position; }));
    EXPECT_EQ(number_in(*player.picture().picture),
              static_cast<int>(position.count() * rate / 1'000'000));

    player.close();
    ASSERT_TRUE(wait_until([&] { return !device.running(); }));
    EXPECT_FALSE(player.playing());
}

TEST_F(PlayerOfFilm, LatePicturesAreLeftOut) {
    auto slow = clip();
    const auto quick = slow.picture_at;
    std::atomic<int> asked = 0;
    slow.picture_at = [&, quick](Time moment) {
        ++asked;
        std::this_thread::sleep_for(milliseconds(150));
        return quick(moment);
    };
    Player player(std::make_unique<SilentAudioOutput>(false), nullptr);
    const auto begun = steady_clock::now();
    player.play(slow, Time(0));
    std::vector<int> shown;
    while (!player.finished() && steady_clock::now() - begun < std::chrono::seconds(20)) {
        if (const auto picture = player.picture();
            picture.picture && (shown.empty() || shown.back() != number_in(*picture.picture))) {
            shown.push_back(number_in(*picture.picture));
            // Half a second behind would be visible. A busy machine may take part of it.
            EXPECT_TRUE(shown.size() == 1 || player.position() - picture.at < milliseconds(450));
        }
        std::this_thread::sleep_for(milliseconds(1));
    }
    ASSERT_TRUE(player.finished());
    EXPECT_TRUE(std::ranges::is_sorted(shown));
    EXPECT_EQ(number_in(*player.picture().picture), pictures - 1);
    EXPECT_LT(asked, 18);
    EXPECT_GT(asked, 2);
}

TEST_F(PlayerOfFilm, NoCallWaits) {
    auto held = clip();
    const auto quick = held.picture_at;
    std::promise<void> gate;
    held.picture_at = [quick, open = gate.get_future().share()](Time moment) {
        open.wait();
        return quick(moment);
    };
    Player player(std::make_unique<SilentAudioOutput>(), nullptr);
    // No frame can be made meanwhile, so a call that waited for one would never return.
    for (int i = 0; i < 20; ++i) {
        player.play(held, at(0.1 * (i % 7)));
        EXPECT_GE(player.position(), Time(0));
        EXPECT_FALSE(player.picture().picture && player.finished());
        player.pause();
        player.close();
        player.play(held, at(0.05 * i));
        std::this_thread::sleep_for(milliseconds(5));
    }
    gate.set_value();
    // The last call decides.
    ASSERT_TRUE(
        wait_until([&] { return player.picture().picture && player.picture().at == at(0.95); }));
    EXPECT_EQ(number_in(*player.picture().picture), 23);
}

TEST_F(PlayerOfFilm, AnErrorOfThePicturesIsTold) {
    auto broken = clip();
    broken.picture_at = [](Time) -> Result<PictureView> {
        return Error{ErrorCode::damaged, "No.", {}, {}};
    };
    Player player(std::make_unique<SilentAudioOutput>(false), nullptr);
    player.play(broken, at(1.8));
    ASSERT_TRUE(wait_until([&] { return player.error().has_value(); }));
    EXPECT_EQ(player.error()->code, ErrorCode::damaged);
    // Another source of frames does not restart playback.
    const auto at_least = player.position();
    player.show(clip().picture_at);
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    EXPECT_GE(player.position(), at_least);
    EXPECT_FALSE(player.error());
    ASSERT_TRUE(player.picture().picture);
    EXPECT_EQ(number_in(*player.picture().picture), pictures - 1);
}

TEST_F(PlayerOfFilm, WhatCannotBePlayedIsAtItsEnd) {
    Player player(std::make_unique<SilentAudioOutput>(), nullptr);
    EXPECT_EQ(player.position(), Time(0));
    player.play(clip({{at(5), at(6)}}), Time(0));
    EXPECT_TRUE(player.finished());
    EXPECT_FALSE(player.playing());
    EXPECT_EQ(player.position(), Time(0));
}

TEST(JoinedRanges, BothClocksAgree) {
    const std::vector<TimeRange> kept{{at(1), at(2)}, {at(2), at(3)}, {at(5), at(5)}, {at(6), {}}};
    const JoinedRanges ranges(kept, at(8));
    EXPECT_EQ(ranges.length(), at(4));
    EXPECT_EQ(ranges.stretches().size(), 2U);
    EXPECT_EQ(ranges.to_joined(at(0)), at(0));
    EXPECT_EQ(ranges.to_joined(at(2.5)), at(1.5));
    EXPECT_EQ(ranges.to_joined(at(3)), at(2));
    EXPECT_EQ(ranges.to_joined(at(4)), at(2));
    EXPECT_EQ(ranges.to_joined(at(7)), at(3));
    EXPECT_EQ(ranges.to_joined(at(8)), at(0));
    EXPECT_EQ(ranges.to_clip(at(1.5)), at(2.5));
    EXPECT_EQ(ranges.to_clip(at(2)), at(6));
    EXPECT_EQ(ranges.to_clip(at(4)), at(8));
    EXPECT_EQ(ranges.to_clip(at(9)), at(8));
    EXPECT_EQ(JoinedRanges({}, at(8)).length(), at(8));
    EXPECT_EQ(JoinedRanges({}, Time(0)).length(), Time(0));
    EXPECT_EQ(JoinedRanges({}, Time(0)).to_clip(at(3)), Time(0));
}

}  // namespace
