// Sound of the preview: silence, channels, odd ranges, errors.
#include "media/video/audio/previewed_audio.hpp"
#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/audio_preview.hpp>

#include <gtest/gtest.h>

#include <opencv2/core/mat.hpp>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <span>
#include <stop_token>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

int loudest(std::span<const std::int16_t> samples) {
    int most = 0;
    for (const int sample : samples) most = std::max(most, std::abs(sample));
    return most;
}

TEST(AudioPreview, IsSilentWhereThereIsNoSound) {
    TemporaryFolder folder;
    FilmMake make;
    make.audio_start = 2.25;
    make.audio_seconds = 4;
    make.picture_seconds = 10;
    make_film(folder / "a.mp4", make);
    auto audio = opened(folder / "a.mp4");
    EXPECT_TRUE(audio.has_audio());
    // AAC begins and ends within a packet of its time.
    EXPECT_EQ(loudest(read(audio, Time(0), rate_hz * 22 / 10)), 0);
    EXPECT_EQ(loudest(read(audio, at(6.3), 3 * rate_hz)), 0);
    EXPECT_EQ(loudest(read(audio, at(9999), rate_hz)), 0);
    EXPECT_GT(loudest(read(audio, at(2.9), rate_hz / 5)), 10'000);
    const auto wave = audio.peaks({Time(0), {}}, 100);
    ASSERT_TRUE(wave);
    for (std::size_t i = 0; i < 100; ++i) {
        const double second = static_cast<double>(i) / 10;
        const bool is_silent = second < 2.19 || second > 6.3,
                   is_loud = second > 2.3 && second < 6.1;
        EXPECT_TRUE(is_silent ? (*wave)[i] == 0 : !is_loud || (*wave)[i] > 0.002F)
            << i << ": " << (*wave)[i];
    }
}

TEST(AudioPreview, IsSilentBeforeTheFirstPicture) {
    TemporaryFolder folder;
    FilmMake make;
    make.audio_start = -0.75;
    make.picture_start = 1;
    make.wave = [](double, int) { return 0.5; };
    make.codec = AudioCodec::pcm;
    make_film(folder / "a.mkv", make);
    auto audio = opened(folder / "a.mkv");
    const auto samples = read(audio, at(-0.5), rate_hz);
    const std::span all(samples);
    EXPECT_EQ(loudest(all.first(rate_hz)), 0);
    EXPECT_EQ(all[rate_hz + 2 * 480], 16384);
    EXPECT_EQ(read(audio, at(0.5), 2)[0], 16384) << "a read that continues";
}

TEST(AudioPreview, LeftAndRightStayWhereTheyAre) {
    TemporaryFolder folder;
    FilmMake make;
    make.codec = AudioCodec::pcm;
    make.wave = [](double, int channel) { return channel == 0 ? 0.25 : -0.5; };
    make_film(folder / "two.mkv", make);
    make.channels = 1;
    make_film(folder / "one.mkv", make);
    auto two = opened(folder / "two.mkv");
    auto one = opened(folder / "one.mkv");
    read(two, at(1), 1024);
    read(one, at(1), 1024);
    EXPECT_EQ(read(two, at(1) + moment(1024), 1), (std::vector<std::int16_t>{8192, -16384}));
    EXPECT_EQ(read(one, at(1) + moment(1024), 1), (std::vector<std::int16_t>{8192, 8192}));
}

TEST(AudioPreview, ManyChannelsDoNotPassTheTop) {
    TemporaryFolder folder;
    FilmMake make;
    make.codec = AudioCodec::ac3;
    make.channels = 6;
    make.wave = [](double seconds, int) {
        return 0.9 * std::sin(2 * std::numbers::pi * 300 * seconds);
    };
    make_film(folder / "a.mp4", make);
    auto audio = opened(folder / "a.mp4");
    const auto samples = read(audio, at(3), rate_hz);
    EXPECT_GT(loudest(samples), 20'000);
    EXPECT_LT(loudest(samples), 27'000) << "cut off rather than made softer";
    const auto wave = audio.peaks({at(3), at(4)}, 1);
    ASSERT_TRUE(wave);
    EXPECT_EQ((*wave)[0], 1.0F);
}

TEST(AudioPreview, FarAheadIsAsExact) {
    TemporaryFolder folder;
    auto make = options(AudioCodec::aac, 1, 16'000);
    make.picture_seconds = make.audio_seconds = 50;
    make_film(folder / "a.mp4", make);
    auto audio = opened(folder / "a.mp4");
    for (const double second : {1.0, 45.0, 10.0, 49.0}) {
        const auto found = clicks(heard(read(audio, at(second - 0.05), rate_hz / 10)));
        ASSERT_EQ(found.size(), 1U) << second;
        EXPECT_NEAR(found[0], 0.05, 0.001) << second;
    }
}

TEST(AudioPreview, WhatHasNoSoundIsSilence) {
    TemporaryFolder folder;
    FilmMake make;
    make.channels = 0;
    make_film(folder / "mute.mp4", make);
    write_phone_jpeg(folder / "photo.jpg", cv::Mat(60, 80, CV_8UC3, cv::Scalar(90, 120, 150)));
    for (const auto* name : {"mute.mp4", "photo.jpg"}) {
        auto audio = opened(folder / name);
        EXPECT_FALSE(audio.has_audio()) << name;
        EXPECT_EQ(read(audio, at(0.5), 4800), std::vector<std::int16_t>(9600, 0)) << name;
        const auto wave = audio.peaks({Time(0), at(5)}, 33);
        ASSERT_TRUE(wave);
        EXPECT_EQ(*wave, std::vector<float>(33, 0.0F)) << name;
    }
}

TEST(AudioPreview, SaysWhyItCannotBeOpened) {
    TemporaryFolder folder;
    const auto missing = AudioPreview::open(folder / "none.mp4");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    const auto folder_itself = AudioPreview::open(folder.path());
    EXPECT_FALSE(folder_itself);
}

TEST(AudioPreview, StopsWhenAsked) {
    TemporaryFolder folder;
    make_film(folder / "a.mp4", FilmMake());
    std::stop_source stop;
    Control control;
    control.stop = stop.get_token();
    auto audio = opened(folder / "a.mp4", control);
    ASSERT_TRUE(audio.read(Time(0), 1024));
    stop.request_stop();
    const auto wave = audio.peaks({}, 100);
    ASSERT_FALSE(wave);
    EXPECT_EQ(wave.error().code, ErrorCode::cancelled);
    const auto samples = audio.read(at(3), 1024);
    ASSERT_FALSE(samples);
    EXPECT_EQ(samples.error().code, ErrorCode::cancelled);
}

TEST(AudioPreview, AnOddRangeIsHandled) {
    TemporaryFolder folder;
    make_film(folder / "a.mp4", FilmMake());
    auto audio = opened(folder / "a.mp4");
    EXPECT_EQ(audio.peaks({}, 0)->size(), 0U);
    EXPECT_EQ(*audio.peaks({at(3), at(3)}, 2), (std::vector<float>{0, 0}));
    EXPECT_EQ(*audio.peaks({at(3), at(2)}, 2), (std::vector<float>{0, 0}));
    EXPECT_EQ(audio.peaks({Time::max() / 2, Time::max()}, 3)->at(0), 0.0F);
    const auto around = audio.peaks({at(-5), at(5)}, 10);
    ASSERT_TRUE(around);
    EXPECT_EQ((*around)[4], 0.0F);
    EXPECT_GT((*around)[6], 0.4F);
    const auto few = audio.peaks({at(1), at(1) + Time(50)}, 100);
    ASSERT_TRUE(few);
    EXPECT_GT(std::ranges::max(*few), 0.4F);
    EXPECT_EQ(read(audio, at(1), 0).size(), 0U);
}

TEST(AudioPreview, TheWaveOfAMinuteIsWhole) {
    TemporaryFolder folder;
    FilmMake make;
    make.picture_seconds = make.audio_seconds = 60;
    make.channels = 1;
    make_film(folder / "a.mp4", make);
    const auto peaks = opened(folder / "a.mp4").peaks({}, 600);
    ASSERT_TRUE(peaks);
    EXPECT_EQ(peaks->size(), 600U);
    EXPECT_GT(std::ranges::max(std::span(*peaks).last(60)), 0.4F) << "the last seconds";
}

}  // namespace
