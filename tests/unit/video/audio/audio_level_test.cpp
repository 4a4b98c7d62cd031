// Levelled sound: -14 LUFS, no true peak over -1 dB, also after encoding.
#include "video/audio/audio_level.hpp"
#include "video/audio/audio_limiter.hpp"
#include "video/audio/audio_maker.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <ebur128.h>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::VideoFile;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

/// Reproducible noise: a function of the time.
double noise(double seconds, int channel) {
    auto bits = static_cast<std::uint64_t>(std::llround(seconds * 48'000) * 2 + channel) *
                0x9E3779B97F4A7C15U;
    bits ^= bits >> 29;
    bits *= 0xBF58476D1CE4E5B9U;
    return static_cast<double>(bits >> 40) / (1 << 23) - 1;
}

/// As dynamic as a voice.
double murmur(double seconds, int channel) {
    constexpr double hz[] = {112, 187, 263, 377, 509, 683, 911, 1217, 1663, 2371, 3329, 4513};
    double sum = 0;
    for (int i = 0; i < 12; ++i)
        sum += std::sin(2 * M_PI * hz[i] * seconds + i * i * 1.7 + channel);
    return sum / 12 * (1.2 + std::sin(seconds * 3)) / 2.2;
}

struct Measured {
    double loudness = 0;
    double true_peak_db = 0;
};

Measured measure(const HeardAudio& heard) {
    auto* meter = ebur128_init(static_cast<unsigned>(heard.channels),
                               static_cast<unsigned long>(heard.rate_hz),
                               EBUR128_MODE_I | EBUR128_MODE_TRUE_PEAK);
    if (heard.channels == 1) ebur128_set_channel(meter, 0, EBUR128_DUAL_MONO);
    ebur128_add_frames_float(meter, heard.samples.data(),
                             heard.samples.size() / static_cast<std::size_t>(heard.channels));
    Measured measured;
    ebur128_loudness_global(meter, &measured.loudness);
    double peak = 0;
    for (int c = 0; c < heard.channels; ++c) {
        double of_channel = 0;
        ebur128_true_peak(meter, static_cast<unsigned>(c), &of_channel);
        peak = std::max(peak, of_channel);
    }
    measured.true_peak_db = 20 * std::log10(peak);
    ebur128_destroy(&meter);
    return measured;
}

class AudioLevelling : public testing::Test {
protected:
    TemporaryFolder folder;
    std::vector<std::string> notes;

    HeardAudio level(const Wave& wave, int channels = 2, const std::vector<TimeRange>& keep = {},
                     double duration = 20) {
        FilmMake make;
        make.codec = AudioCodec::pcm;
        make.channels = channels;
        make.wave = wave;
        make.picture_seconds = make.audio_seconds = 20;
        make_film(folder / "film.mov", make);
        AudioMaker maker(VideoFile::open(folder / "film.mov", {}, {}),
                         {keep, {Audio::Kind::level, ""}, at(duration), false, true});
        auto heard = hear(maker);
        for (const auto& note : maker.notes()) notes.push_back(note.code);
        EXPECT_TRUE(heard.even);
        return heard;
    }
};

TEST_F(AudioLevelling, SoftAndLoudComeToTheSame) {
    for (const double amplitude : {0.15, 0.9}) {
        for (const int channels : {1, 2, 6}) {
            const auto heard = level(
                [&](double seconds, int channel) { return amplitude * murmur(seconds, channel); },
                channels);
            const auto measured = measure(heard);
            EXPECT_NEAR(measured.loudness, -14, 0.5) << amplitude << ' ' << channels;
            EXPECT_LT(measured.true_peak_db, -1) << amplitude << ' ' << channels;
        }
    }
    EXPECT_TRUE(notes.empty());
}

TEST_F(AudioLevelling, PeaksAreSoftenedAndTheRestStaysAsLoud) {
    // A distant speaker, and somebody near who claps.
    const auto heard = level([](double seconds, int channel) {
        return std::fmod(seconds, 2) < 0.004 ? 0.95 * noise(seconds, channel)
                                             : 0.2 * murmur(seconds, channel);
    });
    const auto measured = measure(heard);
    EXPECT_NEAR(measured.loudness, -14, 0.5);
    EXPECT_LT(measured.true_peak_db, -1);
}

TEST_F(AudioLevelling, OnlyWhatIsKeptIsMeasured) {
    const auto heard =
        level([](double seconds,
                 int channel) { return (seconds < 10 ? 0.9 : 0.15) * murmur(seconds, channel); },
              2, {{at(11), at(19)}}, 8);
    EXPECT_NEAR(measure(heard).loudness, -14, 0.5);
}

TEST_F(AudioLevelling, StaysInStep) {
    const auto heard = level(click_wave);
    auto found = clicks(heard);
    std::erase_if(found, [](double place) { return place < 0.1 || place > 19.9; });
    ASSERT_EQ(found.size(), 19U);
    for (std::size_t i = 0; i < found.size(); ++i)
        EXPECT_NEAR(found[i], static_cast<double>(i) + 1, 0.001);
}

TEST_F(AudioLevelling, HissIsNotLiftedToAVoice) {
    const auto heard =
        level([](double seconds, int channel) { return 0.002 * noise(seconds, channel); });
    EXPECT_LT(measure(heard).loudness, -25);
    EXPECT_EQ(notes, std::vector<std::string>{"sound_not_level"});
    // Silence stays silence.
    notes.clear();
    EXPECT_EQ(loudness_between(level([](double, int) { return 0.0; }), 0, 20), 0);
    EXPECT_TRUE(notes.empty());
}

/// A stream from a formula.
class Formula final : public internal::AudioFlow {
public:
    explicit Formula(Wave wave, int channels = 2) : wave_(std::move(wave)), channels_(channels) {}
    [[nodiscard]] int channels() const override { return channels_; }
    void rewind() override { at_ = 0; }
    void read(std::span<float> samples) override {
        for (auto& sample : samples) {
            sample = static_cast<float>(
                wave_(static_cast<double>(at_ / channels_) / internal::audio_rate_hz,
                      static_cast<int>(at_ % channels_)));
            ++at_;
        }
    }

private:
    Wave wave_;
    int channels_;
    std::int64_t at_ = 0;
};

TEST(AudioLimiter, LeavesAloneWhatIsLowEnough) {
    Formula wave(click_wave);
    internal::LimitedAudio limited(wave, 0.5);
    std::vector<float> samples(2 * 48'000);
    limited.read(samples);
    for (std::size_t i = 0; i < samples.size(); ++i)
        ASSERT_EQ(samples[i],
                  0.5F * static_cast<float>(click_wave(static_cast<double>(i / 2) / 48'000, 0)))
            << i;
    limited.rewind();
    std::vector<float> again(samples.size());
    for (std::size_t i = 0; i < again.size(); i += 3'200)
        limited.read(std::span(again).subspan(i, 3'200));
    EXPECT_EQ(samples, again);
}

TEST(AudioLimiter, NoPeakPassesBetweenTheSamplesEither) {
    for (const double hz : {60.0, 997.0, 6'000.0, 12'000.0, 15'500.0}) {
        Formula wave([&](double seconds, int channel) {
            // At a quarter of the sample rate the samples miss the peaks.
            const double burst = std::fmod(seconds, 0.25) < 0.01 || seconds > 1.5 ? 1.0 : 0.1;
            return burst * std::sin(2 * M_PI * hz * seconds + (channel ? M_PI / 4 : 0.3));
        });
        internal::LimitedAudio limited(wave, 3);
        HeardAudio heard;
        heard.rate_hz = 48'000;
        heard.channels = 2;
        heard.samples.resize(4 * 48'000);
        limited.read(heard.samples);
        const auto measured = measure(heard);
        EXPECT_LT(measured.true_peak_db, 20 * std::log10(internal::limiter_ceiling) + 0.2) << hz;
        EXPECT_GT(loudness_between(heard, 1.8, 2, 0), 0.5) << hz;
    }
}

}  // namespace
