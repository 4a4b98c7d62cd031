// A film's own sound mixed with music: both audible, the film's clearly; in sync; without clipping.
#include "video/audio/audio_maker.hpp"
#include "video/audio/mixed_audio.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::VideoFile;

constexpr double own_hz = 440, music_hz = 1000;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

Wave tone(double hz, double amplitude) {
    return [=](double seconds, int) { return amplitude * std::sin(2 * M_PI * hz * seconds); };
}

double decibels(double ratio) { return 20 * std::log10(ratio); }

class AudioMixing : public testing::Test {
protected:
    TemporaryFolder folder;

    /// 10 s of `own`, unless `make` sets something else.
    void film(const Wave& own, FilmMake make = {}) const {
        make.codec = AudioCodec::pcm;
        make.wave = own;
        make_film(folder / "film.mov", make);
    }

    void music(const Wave& wave, double seconds = 20, int channels = 2,
               int rate_hz = 48'000) const {
        FilmMake make;
        make.picture_seconds = 0;
        make.audio_seconds = seconds;
        make.codec = AudioCodec::pcm;
        make.channels = channels;
        make.rate_hz = rate_hz;
        make.wave = wave;
        make_film(folder / "music.wav", make);
    }

    HeardAudio made(Audio audio, double duration = 10, const std::vector<TimeRange>& keep = {},
                    std::vector<std::string> notes = {}) const {
        AudioMaker maker(VideoFile::open(folder / "film.mov", {}, {}),
                         {keep, std::move(audio), at(duration), false, true});
        auto heard = hear(maker);
        EXPECT_FALSE(maker.copied());
        EXPECT_TRUE(heard.even);
        EXPECT_NEAR(heard.end, duration, 0.0001);
        std::vector<std::string> codes;
        for (const auto& note : maker.notes()) codes.push_back(note.code);
        EXPECT_EQ(codes, notes);
        return heard;
    }

    [[nodiscard]] Audio mix() const { return {Audio::Kind::mix, (folder / "music.wav").string()}; }
    HeardAudio mixed(double duration = 10, const std::vector<TimeRange>& keep = {}) const {
        return made(mix(), duration, keep);
    }
};

TEST_F(AudioMixing, BothAreHeardTheMusicFarBelow) {
    // Whatever level each was recorded at.
    for (const auto& [own_level, music_level] : {std::pair{0.3, 0.3}, {0.1, 0.7}, {0.5, 0.05}}) {
        film(tone(own_hz, own_level));
        music(tone(music_hz, music_level));
        const auto heard = mixed();
        const double own = level_of_tone(heard, own_hz, 1, 9),
                     below = level_of_tone(heard, music_hz, 1, 9);
        EXPECT_NEAR(decibels(own / own_level), 0, 0.3) << own_level << ' ' << music_level;
        // K-weighting adds 0.7 dB at 1000 Hz compared with 440 Hz.
        EXPECT_NEAR(decibels(own / below), internal::beneath_lu + 0.4, 1)
            << own_level << ' ' << music_level;
    }
}

TEST_F(AudioMixing, OneChannelIsHeardFromBothSides) {
    for (const int own_channels : {1, 2, 6}) {
        for (const int music_channels : {1, 2}) {
            FilmMake make;
            make.channels = own_channels;
            film(tone(own_hz, 0.2), make);
            music(tone(music_hz, 0.2), 20, music_channels);
            const auto heard = mixed();
            ASSERT_EQ(heard.channels, own_channels == 1 && music_channels == 1 ? 1 : 2);
            for (int c = 0; c < heard.channels; ++c) {
                const double own = level_of_tone(heard, own_hz, 1, 9, c),
                             below = level_of_tone(heard, music_hz, 1, 9, c);
                EXPECT_NEAR(decibels(own / below), internal::beneath_lu + 0.4, 1)
                    << own_channels << ' ' << music_channels << ' ' << c;
            }
        }
    }
}

TEST_F(AudioMixing, TheOwnSoundStaysInStepOverCuts) {
    film(click_wave);
    music(tone(300, 0.2));
    const auto heard = mixed(6.5, {{at(0.5), at(2.5)}, {at(4.75), at(7.25)}, {at(7.25), at(9.25)}});
    const auto found = clicks(heard);
    const std::vector<double> expected{0.5, 1.5, 2.25, 3.25, 4.25, 5.25, 6.25};
    ASSERT_EQ(found.size(), expected.size());
    for (std::size_t i = 0; i < found.size(); ++i) EXPECT_NEAR(found[i], expected[i], 0.001);
}

TEST_F(AudioMixing, TheMusicBeginsAtTheBeginningAndGoesOnOverCuts) {
    // Rising level, so that each time is recognisable; the film's sound is audible where nothing
    // was cut.
    const auto louder = [](double seconds, int) {
        return 0.03 * seconds * std::sin(2 * M_PI * music_hz * seconds);
    };
    film(tone(own_hz, 0.3));
    music(louder);
    const auto heard = mixed(6, {{at(1), at(3)}, {at(5), at(7)}, {at(8), at(10)}});
    const double unit = level_of_tone(heard, music_hz, 0.5, 1.5);
    for (const double moment : {1.0, 2.0, 3.0, 4.0, 5.0})
        EXPECT_NEAR(level_of_tone(heard, music_hz, moment - 0.5, moment + 0.5) / unit, moment, 0.1)
            << moment;
    // Also beside each join: no gap, no repetition.
    for (const double join : {2.0, 4.0})
        EXPECT_NEAR(level_of_tone(heard, music_hz, join - 0.02, join + 0.02) / unit, join, 0.15)
            << join;
}

TEST_F(AudioMixing, TheMusicIsRepeatedAndFadesOutAtTheEnd) {
    film(tone(own_hz, 0.3));
    music(tone(music_hz, 0.3), 2.5, 1, 22'050);
    const auto heard = mixed(9.5);
    const double usual = level_of_tone(heard, music_hz, 1, 2);
    for (double moment = 0.1; moment < 8.8; moment += 0.2) {
        const double over_a_seam = std::abs(std::remainder(moment + 0.1, 2.5)) < 0.15 ? 0.15 : 0.03;
        EXPECT_NEAR(level_of_tone(heard, music_hz, moment, moment + 0.2) / usual, 1, over_a_seam)
            << moment;
    }
    EXPECT_NEAR(level_of_tone(heard, music_hz, 9.2, 9.3) / usual, 0.5, 0.1);
    EXPECT_LT(level_of_tone(heard, music_hz, 9.45, 9.49) / usual, 0.15);
    EXPECT_NEAR(level_of_tone(heard, own_hz, 9.2, 9.4), 0.3, 0.01);
}

TEST_F(AudioMixing, NothingIsClipped) {
    // Both at full scale, with a large share for the music, since a clap's peak is far above its
    // loudness.
    const auto claps = [](double seconds, int) {
        return std::fmod(seconds, 1) < 0.15 ? std::sin(2 * M_PI * own_hz * seconds) : 0.0;
    };
    film(claps);
    music(tone(music_hz, 1));
    const auto heard = mixed();
    EXPECT_LT(std::ranges::max(heard.samples), 1);
    EXPECT_GT(std::ranges::min(heard.samples), -1);
    EXPECT_GT(level_of_tone(heard, own_hz, 2.01, 2.14), 0.5);
}

TEST_F(AudioMixing, WithoutAnOwnSoundTheFileIsAsLoudAsWhereItReplaces) {
    FilmMake mute;
    mute.channels = 0;
    film(click_wave, mute);
    music(tone(music_hz, 0.3));
    const auto heard = mixed(), replaced = made({Audio::Kind::replace, mix().file});
    EXPECT_EQ(heard.packets, replaced.packets);
    // An empty track is treated like no track.
    film([](double, int) { return 0.0; });
    EXPECT_NEAR(level_of_tone(mixed(), music_hz, 1, 9), 0.3, 0.01);
}

TEST_F(AudioMixing, IsLevelledWhereTheRecipeSaysSo) {
    film(tone(own_hz, 0.05));
    music(tone(music_hz, 0.5));
    EXPECT_NEAR(level_of_tone(mixed(), own_hz, 1, 9), 0.05, 0.002);
    auto audio = mix();
    audio.level = true;
    const auto heard = made(audio);
    // A tone of -14 LUFS in both channels has its peak at about -14 dB.
    EXPECT_NEAR(decibels(level_of_tone(heard, own_hz, 1, 9)), -14, 1);
    EXPECT_NEAR(decibels(level_of_tone(heard, own_hz, 1, 9) / level_of_tone(heard, music_hz, 1, 9)),
                internal::beneath_lu + 0.4, 1);
}

TEST(GainBeneath, LiftsNoHissAndNeedsBoth) {
    using internal::Loudness;
    EXPECT_NEAR(decibels(internal::gain_beneath(Loudness{-20, 0.5F}, Loudness{-10, 0.9F})), -26,
                0.01);
    EXPECT_NEAR(decibels(internal::gain_beneath(Loudness{-10, 0.5F}, Loudness{-60, 0.01F})),
                internal::most_gain_db, 0.01);
    EXPECT_EQ(internal::gain_beneath({}, Loudness{-10, 0.9F}), 1);
    EXPECT_EQ(internal::gain_beneath(Loudness{-10, 0.9F}, {}), 1);
}

}  // namespace
