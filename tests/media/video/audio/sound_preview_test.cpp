// What is heard while a clip is looked at: each click at its moment, however it is asked for.
#include "support/heard_sound.hpp"
#include "support/made_sound.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/sound_preview.hpp>

#include <gtest/gtest.h>

#include <opencv2/core/mat.hpp>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <numbers>
#include <ostream>
#include <span>
#include <stdexcept>
#include <stop_token>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

constexpr int rate_hz = SoundPreview::rate_hz;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }
Time moment(std::int64_t number) { return Time((number * 1'000'000 + rate_hz / 2) / rate_hz); }

SoundPreview opened(const std::filesystem::path& file, const Control& control = {}) {
    auto sound = SoundPreview::open(file, control);
    if (!sound) throw std::runtime_error(sound.error().message + sound.error().detail);
    return std::move(sound).value();
}

std::vector<std::int16_t> read(SoundPreview& sound, Time from, std::size_t moments) {
    const auto samples = sound.read(from, moments);
    if (!samples) throw std::runtime_error(samples.error().message + samples.error().detail);
    return *samples;
}

HeardSound heard(std::span<const std::int16_t> samples) {
    HeardSound sound{rate_hz, 2, {}, {}, 0, true};
    for (const auto sample : samples) sound.samples.push_back(static_cast<float>(sample) / 32768);
    return sound;
}

int loudest(std::span<const std::int16_t> samples) {
    int most = 0;
    for (const int sample : samples) most = std::max(most, std::abs(sample));
    return most;
}

struct Kind {
    const char* name;
    const char* file;
    FilmMake make;
    friend void PrintTo(const Kind& kind, std::ostream* out) { *out << kind.name; }
};

FilmMake wish(SoundCodec codec, int channels, int rate = 48'000) {
    FilmMake make;
    make.picture_seconds = make.sound_seconds = 9;
    make.codec = codec;
    make.channels = channels;
    make.rate_hz = rate;
    return make;
}

FilmMake starting_late(FilmMake make) {
    make.picture_start = 1.4;
    return make;
}

class SoundPreviewOf : public testing::TestWithParam<Kind> {
protected:
    TemporaryFolder folder;
    std::filesystem::path file;
    void SetUp() override {
        file = folder / GetParam().file;
        make_film(file, GetParam().make);
    }
};

TEST_P(SoundPreviewOf, EachClickIsAtItsMomentInSequence) {
    auto sound = opened(file);
    EXPECT_TRUE(sound.has_sound());
    std::vector<std::int16_t> all;
    for (std::int64_t number = 0; number < 8 * rate_hz + rate_hz / 2; number += 1024) {
        const auto part = read(sound, moment(number), 1024);
        ASSERT_EQ(part.size(), 2048U);
        all.insert(all.end(), part.begin(), part.end());
    }
    const auto found = clicks(heard(all));
    // The one at 0 is cut through.
    ASSERT_GE(found.size(), 8U);
    for (std::size_t i = 0; i < 8; ++i)
        EXPECT_NEAR(found[found.size() - 8 + i], static_cast<double>(i + 1), 0.001);
    // The same as in one piece: nothing is lost or bridged where reads meet. (Another one, since
    // decoders draw noise that they never repeat.)
    auto other = opened(file);
    EXPECT_TRUE(read(other, Time(0), all.size() / 2) == all);
}

TEST_P(SoundPreviewOf, EachClickIsAtItsMomentWhereverOneGoes) {
    auto sound = opened(file);
    for (const double second : {7.0, 3.0, 8.0, 4.0, 1.0, 6.0, 5.0}) {
        const auto found = clicks(heard(read(sound, at(second - 0.0317), rate_hz / 10)));
        ASSERT_EQ(found.size(), 1U) << second;
        EXPECT_NEAR(found[0], 0.0317, 0.001) << second;
    }
}

TEST_P(SoundPreviewOf, TheWaveRisesWhereItClicks) {
    auto sound = opened(file);
    // Tenths of a second around the clicks from 2 to 7.
    const auto wave = sound.peaks({at(1.95), at(7.95)}, 60);
    ASSERT_TRUE(wave) << wave.error().message;
    ASSERT_EQ(wave->size(), 60U);
    for (std::size_t i = 0; i < wave->size(); ++i) {
        EXPECT_TRUE(i % 10 == 0 ? (*wave)[i] > 0.4F : (*wave)[i] < 0.05F)
            << i << ": " << (*wave)[i];
        EXPECT_LE((*wave)[i], 1.0F);
    }
    // In two parts, as a program asks that shows the wave while it grows.
    auto first = *sound.peaks({at(1.95), at(4.95)}, 30);
    const auto second = *sound.peaks({at(4.95), at(7.95)}, 30);
    first.insert(first.end(), second.begin(), second.end());
    for (std::size_t i = 0; i < wave->size(); ++i) EXPECT_NEAR(first[i], (*wave)[i], 0.01) << i;
    // And does not lead what is read next astray.
    EXPECT_EQ(clicks(heard(read(sound, at(2.5), rate_hz))).size(), 1U);
}

INSTANTIATE_TEST_SUITE_P(
    All, SoundPreviewOf,
    testing::Values(Kind{"aac", "a.mp4", wish(SoundCodec::aac, 2)},
                    Kind{"mono_44_khz", "a.mov", wish(SoundCodec::aac, 1, 44'100)},
                    Kind{"pcm", "a.mkv", wish(SoundCodec::pcm, 2)},
                    Kind{"surround", "a.mp4", wish(SoundCodec::ac3, 6)},
                    Kind{"aac_surround", "a.mkv", wish(SoundCodec::aac, 6)},
                    Kind{"starts_late_ts", "a.ts", starting_late(wish(SoundCodec::aac, 2))},
                    Kind{"starts_late_mp4", "a.mp4", starting_late(wish(SoundCodec::aac, 2))}),
    [](const testing::TestParamInfo<Kind>& one) { return std::string(one.param.name); });

TEST(SoundPreview, IsSilentWhereThereIsNoSound) {
    TemporaryFolder folder;
    FilmMake make;
    make.sound_start = 2.25;
    make.sound_seconds = 4;
    make.picture_seconds = 10;
    make_film(folder / "a.mp4", make);
    auto sound = opened(folder / "a.mp4");
    EXPECT_TRUE(sound.has_sound());
    // AAC begins and ends within a packet of its place.
    EXPECT_EQ(loudest(read(sound, Time(0), rate_hz * 22 / 10)), 0);
    EXPECT_EQ(loudest(read(sound, at(6.3), 3 * rate_hz)), 0);
    EXPECT_EQ(loudest(read(sound, at(9999), rate_hz)), 0);
    EXPECT_GT(loudest(read(sound, at(2.9), rate_hz / 5)), 10'000);
    const auto wave = sound.peaks({Time(0), {}}, 100);
    ASSERT_TRUE(wave);
    for (std::size_t i = 0; i < 100; ++i) {
        const double second = static_cast<double>(i) / 10;
        const bool is_silent = second < 2.19 || second > 6.3,
                   is_loud = second > 2.3 && second < 6.1;
        EXPECT_TRUE(is_silent ? (*wave)[i] == 0 : !is_loud || (*wave)[i] > 0.002F)
            << i << ": " << (*wave)[i];
    }
}

TEST(SoundPreview, IsSilentBeforeTheFirstPicture) {
    TemporaryFolder folder;
    FilmMake make;
    make.sound_start = -0.75;
    make.picture_start = 1;
    make.wave = [](double, int) { return 0.5; };
    make.codec = SoundCodec::pcm;
    make_film(folder / "a.mkv", make);
    auto sound = opened(folder / "a.mkv");
    const auto samples = read(sound, at(-0.5), rate_hz);
    const std::span all(samples);
    EXPECT_EQ(loudest(all.first(rate_hz)), 0);
    EXPECT_EQ(all[rate_hz + 2 * 480], 16384);
    EXPECT_EQ(read(sound, at(0.5), 2)[0], 16384) << "a read that continues";
}

TEST(SoundPreview, LeftAndRightStayWhereTheyAre) {
    TemporaryFolder folder;
    FilmMake make;
    make.codec = SoundCodec::pcm;
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

TEST(SoundPreview, ManyChannelsDoNotPassTheTop) {
    TemporaryFolder folder;
    FilmMake make;
    make.codec = SoundCodec::ac3;
    make.channels = 6;
    make.wave = [](double seconds, int) {
        return 0.9 * std::sin(2 * std::numbers::pi * 300 * seconds);
    };
    make_film(folder / "a.mp4", make);
    auto sound = opened(folder / "a.mp4");
    const auto samples = read(sound, at(3), rate_hz);
    EXPECT_GT(loudest(samples), 20'000);
    EXPECT_LT(loudest(samples), 27'000) << "cut off rather than made softer";
    const auto wave = sound.peaks({at(3), at(4)}, 1);
    ASSERT_TRUE(wave);
    EXPECT_EQ((*wave)[0], 1.0F);
}

TEST(SoundPreview, FarAheadIsAsExact) {
    TemporaryFolder folder;
    auto make = wish(SoundCodec::aac, 1, 16'000);
    make.picture_seconds = make.sound_seconds = 50;
    make_film(folder / "a.mp4", make);
    auto sound = opened(folder / "a.mp4");
    for (const double second : {1.0, 45.0, 10.0, 49.0}) {
        const auto found = clicks(heard(read(sound, at(second - 0.05), rate_hz / 10)));
        ASSERT_EQ(found.size(), 1U) << second;
        EXPECT_NEAR(found[0], 0.05, 0.001) << second;
    }
}

TEST(SoundPreview, WhatHasNoSoundIsSilence) {
    TemporaryFolder folder;
    FilmMake make;
    make.channels = 0;
    make_film(folder / "mute.mp4", make);
    write_phone_jpeg(folder / "photo.jpg", cv::Mat(60, 80, CV_8UC3, cv::Scalar(90, 120, 150)));
    for (const auto* name : {"mute.mp4", "photo.jpg"}) {
        auto sound = opened(folder / name);
        EXPECT_FALSE(sound.has_sound()) << name;
        EXPECT_EQ(read(sound, at(0.5), 4800), std::vector<std::int16_t>(9600, 0)) << name;
        const auto wave = sound.peaks({Time(0), at(5)}, 33);
        ASSERT_TRUE(wave);
        EXPECT_EQ(*wave, std::vector<float>(33, 0.0F)) << name;
    }
}

TEST(SoundPreview, SaysWhyItCannotBeOpened) {
    TemporaryFolder folder;
    const auto missing = SoundPreview::open(folder / "none.mp4");
    ASSERT_FALSE(missing);
    EXPECT_EQ(missing.error().code, ErrorCode::not_found);
    const auto folder_itself = SoundPreview::open(folder.path());
    EXPECT_FALSE(folder_itself);
}

TEST(SoundPreview, StopsWhenAsked) {
    TemporaryFolder folder;
    make_film(folder / "a.mp4", FilmMake());
    std::stop_source stop;
    Control control;
    control.stop = stop.get_token();
    auto sound = opened(folder / "a.mp4", control);
    ASSERT_TRUE(sound.read(Time(0), 1024));
    stop.request_stop();
    const auto wave = sound.peaks({}, 100);
    ASSERT_FALSE(wave);
    EXPECT_EQ(wave.error().code, ErrorCode::cancelled);
    const auto samples = sound.read(at(3), 1024);
    ASSERT_FALSE(samples);
    EXPECT_EQ(samples.error().code, ErrorCode::cancelled);
}

TEST(SoundPreview, AnOddRangeIsNoTrouble) {
    TemporaryFolder folder;
    make_film(folder / "a.mp4", FilmMake());
    auto sound = opened(folder / "a.mp4");
    EXPECT_EQ(sound.peaks({}, 0)->size(), 0U);
    EXPECT_EQ(*sound.peaks({at(3), at(3)}, 2), (std::vector<float>{0, 0}));
    EXPECT_EQ(*sound.peaks({at(3), at(2)}, 2), (std::vector<float>{0, 0}));
    EXPECT_EQ(sound.peaks({Time::max() / 2, Time::max()}, 3)->at(0), 0.0F);
    const auto around = sound.peaks({at(-5), at(5)}, 10);
    ASSERT_TRUE(around);
    EXPECT_EQ((*around)[4], 0.0F);
    EXPECT_GT((*around)[6], 0.4F);
    const auto few = sound.peaks({at(1), at(1) + Time(50)}, 100);
    ASSERT_TRUE(few);
    EXPECT_GT(std::ranges::max(*few), 0.4F);
    EXPECT_EQ(read(sound, at(1), 0).size(), 0U);
}

TEST(SoundPreview, TheWaveOfAMinuteIsWhole) {
    TemporaryFolder folder;
    FilmMake make;
    make.picture_seconds = make.sound_seconds = 60;
    make.channels = 1;
    make_film(folder / "a.mp4", make);
    const auto peaks = opened(folder / "a.mp4").peaks({}, 600);
    ASSERT_TRUE(peaks);
    EXPECT_EQ(peaks->size(), 600U);
    EXPECT_GT(std::ranges::max(std::span(*peaks).last(60)), 0.4F) << "the last seconds";
}

}  // namespace
