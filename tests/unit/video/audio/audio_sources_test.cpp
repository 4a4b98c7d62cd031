// Sound of odd sources: clocks, rates, channels, gaps and damage.
#include "unit/video/audio/made_clicks.hpp"
#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_maker.hpp"
#include "video/audio/audio_reader.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"

#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

TEST_F(AudioMaking, TimesOfTheFileDoNotMatter) {
    for (const auto* name : {"film.mp4", "film.mkv", "film.mov"}) {
        for (const double start : {0.0, 0.4, 3.0}) {
            FilmMake shifted;
            shifted.picture_start = start;
            const auto made = make(film(shifted, name), {{{at(1.5), at(6.5)}}, {}, at(5)});
            expect_clicks(made.heard, expected_clicks({{at(1.5), at(6.5)}}, 5));
        }
    }
}

TEST_F(AudioMaking, SoundThatBeginsBeforeOrAfterThePicturesStaysInStep) {
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        for (const double start : {-0.5, 0.3, 2.7}) {
            FilmMake shifted;
            shifted.picture_start = 1;
            shifted.audio_start = start;
            const auto made = make(film(shifted, name), {{}, {}, at(9)});
            auto expected = expected_clicks({{}}, 9);
            std::erase_if(expected, [&](double second) { return second < start; });
            expect_clicks(made.heard, expected);
            if (start > 0) { EXPECT_LT(loudness_between(made.heard, 0.05, start - 0.1), 0.0005); }
        }
    }
}

TEST_F(AudioMaking, OtherRatesAreBroughtToFortyEight) {
    for (const auto& [codec, rate_hz, name] : {std::tuple{AudioCodec::aac, 44'100, "film.mp4"},
                                               {AudioCodec::aac, 16'000, "film.mp4"},
                                               {AudioCodec::pcm, 8'000, "film.mov"},
                                               {AudioCodec::pcm, 11'025, "film.mkv"},
                                               {AudioCodec::pcm, 96'000, "film.mov"}}) {
        FilmMake odd;
        odd.codec = codec;
        odd.rate_hz = rate_hz;
        const std::vector<TimeRange> keep{{at(0.5), at(3.7)}, {at(4.4), at(9.2)}};
        const auto made = make(film(odd, name), {keep, {}, at(8)});
        expect_clicks(made.heard, expected_clicks(keep, 8));
    }
}

TEST_F(AudioMaking, OneChannelStaysOne) {
    FilmMake mono;
    mono.channels = 1;
    const auto made = make(film(mono), {{}, {}, at(10)});
    EXPECT_EQ(made.heard.channels, 1);
    expect_clicks(made.heard, expected_clicks({{}}, 10));
    // At its original level.
    EXPECT_NEAR(loudness_between(made.heard, 2.3, 2.7), 0.005 / std::sqrt(2), 0.0005);
}

TEST_F(AudioMaking, OfSixChannelsTheVoiceIsKeptAndNothingClips) {
    FilmMake film_audio;
    film_audio.channels = 6;
    // Front left, front right, centre, LFE, back left, back right: a voice in the centre; then all
    // at full scale.
    film_audio.wave = [](double seconds, int channel) {
        if (seconds < 5) return channel == 2 ? click_wave(seconds, 0) : 0.0;
        return 0.95 * std::sin(2 * M_PI * 300 * seconds);
    };
    for (const auto codec : {AudioCodec::aac, AudioCodec::pcm}) {
        film_audio.codec = codec;
        const auto made = make(film(film_audio, "film.mov"), {{}, {}, at(10)});
        ASSERT_EQ(made.heard.channels, 2);
        for (int channel : {0, 1})
            EXPECT_NEAR(loudness_between(made.heard, 1.3, 1.7, channel),
                        0.005 * 0.7071 / std::sqrt(2), 0.0004);
        auto until_five = made.heard;
        until_five.samples.resize(2 * 48'000 * 9 / 2);
        expect_clicks(until_five, {1, 2, 3, 4});
        float highest = 0;
        for (const float sample : made.heard.samples) highest = std::max(highest, std::abs(sample));
        EXPECT_LT(highest, 0.95F);
        EXPECT_GT(loudness_between(made.heard, 6, 9), 0.45);
    }
}

TEST_F(AudioMaking, GapsOfTheSourceAreSilence) {
    FilmMake gaps;
    gaps.missing = {{1.4, 2.6}, {5.45, 5.55}, {7.3, 7.37}};
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        const auto made = make(film(gaps, name), {{}, {}, at(10)});
        expect_clicks(made.heard, {1, 3, 4, 5, 6, 7, 8, 9});
        EXPECT_LT(loudness_between(made.heard, 1.6, 2.4), 0.0005);
        EXPECT_TRUE(made.notes.empty());
    }
}

TEST_F(AudioMaking, SoundThatRunsOffItsClockIsBroughtBack) {
    for (const double stretch : {1.0005, 0.9995}) {
        FilmMake drifting;
        drifting.codec = AudioCodec::pcm;
        drifting.rate_hz = 16'000;
        drifting.stretch = stretch;
        drifting.picture_seconds = drifting.audio_seconds = 120;
        const auto made = make(film(drifting, "film.mkv"), {{}, {}, at(118.5)});
        const auto found = clicks(made.heard);
        ASSERT_EQ(found.size(), 118U);
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_NEAR(found[i], static_cast<double>(i) + 1, 0.02);
    }
}

TEST_F(AudioMaking, WhatIsBrokenIsSilentAndNoted) {
    FilmMake broken;
    broken.broken = {{2.5, 4.5}};
    const auto made = make(film(broken), {{}, {}, at(10)});
    EXPECT_EQ(made.notes, std::vector<std::string>{"sound_damaged"});
    std::vector<double> after;
    for (const double click : clicks(made.heard))
        if (click < 2.4 || click > 4.6) after.push_back(click);
    EXPECT_EQ(after.size(), 7U);

    // Damage in a part that is cut away is not reported.
    const auto without = make(film(broken), {{{at(5.5), at(9)}}, {}, at(3.5)});
    EXPECT_TRUE(without.notes.empty());
}

}  // namespace
