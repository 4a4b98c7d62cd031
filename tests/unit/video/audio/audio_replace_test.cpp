// Other sound instead of a film's own: repeated or cut, and faded out.
#include "video/audio/audio_maker.hpp"
#include "video/container/video_file.hpp"

#include <mediaedit/result.hpp>

#include "base/failure.hpp"
#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <fstream>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::VideoFile;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

class AudioReplacing : public testing::Test {
protected:
    TemporaryFolder folder;

    void SetUp() override {
        FilmMake mute;
        mute.channels = 0;
        make_film(folder / "film.mp4", mute);
    }

    HeardAudio replace(const std::string& name, double duration) {
        AudioMaker maker(VideoFile::open(folder / "film.mp4", {}, {}),
                         {{{at(3), at(3 + duration)}},
                          {Audio::Kind::replace, (folder / name).string()},
                          at(duration),
                          false,
                          true});
        EXPECT_FALSE(maker.copied());
        auto heard = hear(maker);
        EXPECT_TRUE(heard.even);
        EXPECT_NEAR(heard.end, duration, 0.0001);
        EXPECT_TRUE(maker.notes().empty());
        return heard;
    }

    ErrorCode refusal(const std::string& name) {
        try {
            replace(name, 1);
        } catch (const internal::Failure& failure) {
            EXPECT_NE(failure.error.message.find(name), std::string::npos) << failure.error.message;
            return failure.error.code;
        }
        return ErrorCode::internal;
    }
};

TEST_F(AudioReplacing, IsCutToTheLengthAndFadesOut) {
    FilmMake music;
    music.picture_seconds = 0;
    music.wave = [](double seconds, int) { return 0.3 * std::sin(2 * M_PI * 400 * seconds); };
    for (const auto* name : {"music.m4a", "music.mka", "music.aac"}) {
        make_film(folder / name, music);
        const auto heard = replace(name, 6);
        EXPECT_NEAR(loudness_between(heard, 1, 5.4), 0.3 / std::sqrt(2), 0.01) << name;
        EXPECT_NEAR(loudness_between(heard, 5.74, 5.76), 0.15 / std::sqrt(2), 0.01);
        EXPECT_LT(loudness_between(heard, 5.98, 6), 0.01);
    }
}

TEST_F(AudioReplacing, BeginsWithItsFirstSound) {
    // At whatever time its file or its pictures begin.
    FilmMake other;
    other.codec = AudioCodec::pcm;
    for (const double start : {-0.25, 0.0, 0.75}) {
        for (const auto* name : {"other.mov", "other.mkv"}) {
            other.picture_start = 1;
            other.audio_start = start;
            other.wave = [start](double seconds, int channel) {
                return click_wave(seconds - start - 0.5, channel);
            };
            make_film(folder / name, other);
            const auto found = clicks(replace(name, 4));
            ASSERT_EQ(found.size(), 4U);
            for (std::size_t i = 0; i < 3; ++i)
                EXPECT_NEAR(found[i], static_cast<double>(i) + 0.5, 0.002);
        }
    }
}

TEST_F(AudioReplacing, IsRepeatedUntilTheEnd) {
    FilmMake music;
    music.picture_seconds = 0;
    music.audio_seconds = 2.5;
    music.codec = AudioCodec::pcm;
    music.rate_hz = 22'050;
    music.channels = 1;
    make_film(folder / "music.wav", music);
    const auto heard = replace("music.wav", 9.3);
    EXPECT_EQ(heard.channels, 1);
    const auto found = clicks(heard);
    // At 1 and 2, then repeated from 2.5; at the repetition half a click is audible.
    std::vector<double> whole;
    for (const double click : found)
        if (std::abs(std::fmod(click + 0.05, 2.5) - 0.05) > 0.02 && click > 0.03)
            whole.push_back(click);
    const std::vector<double> expected{1, 2, 3.5, 4.5, 6, 7, 8.5};
    ASSERT_EQ(whole.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) EXPECT_NEAR(whole[i], expected[i], 0.002);
}

TEST_F(AudioReplacing, AFewSamplesAreRepeatedToo) {
    FilmMake beep;
    beep.picture_seconds = 0;
    beep.audio_seconds = 0.02;
    beep.codec = AudioCodec::pcm;
    beep.wave = [](double seconds, int) { return 0.3 * std::sin(2 * M_PI * 400 * seconds); };
    make_film(folder / "beep.wav", beep);
    EXPECT_NEAR(loudness_between(replace("beep.wav", 3), 0.5, 2.4), 0.3 / std::sqrt(2), 0.02);
}

TEST_F(AudioReplacing, WhatIsNoSoundIsRefused) {
    EXPECT_EQ(refusal("absent.mp3"), ErrorCode::not_found);
    std::ofstream(folder / "text.mp3") << "no sound at all";
    EXPECT_EQ(refusal("text.mp3"), ErrorCode::unsupported);
    std::ofstream(folder / "empty.wav").close();
    EXPECT_EQ(refusal("empty.wav"), ErrorCode::unsupported);
    EXPECT_EQ(refusal("film.mp4"), ErrorCode::unsupported);
    // Playlists would open other files.
    std::ofstream(folder / "list.m3u8") << "#EXTM3U\n#EXTINF:1,\nfilm.mp4\n";
    EXPECT_EQ(refusal("list.m3u8"), ErrorCode::unsupported);
}

}  // namespace
