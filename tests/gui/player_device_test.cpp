// A clip that is played without loudspeakers, or with loudspeakers that are lost.
#include "numbered_film.hpp"

#include "platform/audio_output.hpp"
#include "platform/silent_audio_output.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <span>
#include <utility>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using std::chrono::milliseconds;
using std::chrono::steady_clock;

TEST_F(PlayerOfFilm, WithoutADeviceTimeLeads) {
    Player player(std::make_unique<SilentAudioOutput>(false), nullptr, clock);
    EXPECT_TRUE(player.has_audio_device()) << "nobody knows yet";
    player.play(clip(), Time(0));
    ASSERT_TRUE(wait_until([&] { return !player.has_audio_device() && player.picture().picture; }));
    // Playback begins when the first frame is there.
    ASSERT_TRUE(wait_until([&] {
        clock.pass(Time(100));
        return player.position() > Time(0);
    }));
    const auto begun = player.position();
    for (int i = 0; i < 75; ++i) {
        clock.pass(milliseconds(20));
        EXPECT_EQ(player.position(), begun + (i + 1) * milliseconds(20));
        const int due = static_cast<int>(player.position().count() * rate / 1'000'000);
        EXPECT_TRUE(wait_until([&] { return number_in(*player.picture().picture) >= due; })) << due;
    }
    clock.pass(milliseconds(1000));
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    EXPECT_EQ(number_in(*player.picture().picture), pictures - 1);
    EXPECT_FALSE(player.has_audio_device());
}

TEST_F(PlayerOfFilm, WithoutSoundNoDeviceIsMissed) {
    auto mute = numbered_film();
    mute.channels = 0;
    make_film(file, mute);
    Player player(std::make_unique<SilentAudioOutput>(false), nullptr);
    player.play(clip({{at(1.5), {}}}), at(1.5));
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    EXPECT_TRUE(player.has_audio_device());
    EXPECT_EQ(number_in(*player.picture().picture), pictures - 1);
}

TEST_F(PlayerOfFilm, ADeviceThatIsLostStopsNothing) {
    auto output = std::make_unique<SilentAudioOutput>();
    auto& device = *output;
    Player player(std::move(output), nullptr, clock);
    player.play(clip(), Time(0));
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    clock.pass(buffer);
    device.advance();
    clock.pass(milliseconds(1000));
    EXPECT_LE(player.position(), buffer) << "nobody heard more";
    clock.pass(milliseconds(1500));
    ASSERT_TRUE(wait_until([&] { return !player.has_audio_device(); }));
    EXPECT_LE(player.position(), buffer);
    clock.pass(milliseconds(500));
    EXPECT_GE(player.position(), milliseconds(500));
    clock.pass(milliseconds(2000));
    ASSERT_TRUE(wait_until([&] { return player.finished(); }));
    // The device is looked for again.
    player.play(clip(), Time(0));
    ASSERT_TRUE(wait_until([&] { return device.running(); }));
    EXPECT_TRUE(player.has_audio_device());
}

TEST(AudioDevice, WithoutOneItSaysSoQuietly) {
    setenv("SDL_AUDIODRIVER", "alsa", 1);
    setenv("AUDIODEV", "no-such-device", 1);
    const auto output = new_sdl_audio_output();
    testing::internal::CaptureStderr();
    testing::internal::CaptureStdout();
    const bool is_open = output->open([](std::span<std::int16_t>) {});
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    EXPECT_EQ(testing::internal::GetCapturedStdout(), "");
    EXPECT_FALSE(is_open);
    unsetenv("AUDIODEV");
}

}  // namespace
