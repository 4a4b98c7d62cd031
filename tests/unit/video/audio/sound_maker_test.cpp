// Encoded sound: each click of the source is heard where its picture is shown, whatever the
// source's sound is like.
#include "video/audio/sound_maker.hpp"
#include "video/audio/sound_flow.hpp"
#include "video/audio/sound_reader.hpp"
#include "video/audio/sound_source.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_sound.hpp"
#include "support/made_sound.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioOptions;
using internal::SoundMaker;
using internal::VideoFile;
using std::chrono::milliseconds;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

struct Made {
    HeardSound heard;
    std::vector<std::string> notes;
};

Made make(const std::filesystem::path& file, const AudioOptions& wish) {
    SoundMaker maker(VideoFile(file, {}, {}), wish);
    EXPECT_FALSE(maker.copied());
    Made made{hear(maker), {}};
    for (const auto& note : maker.notes()) made.notes.push_back(note.code);
    EXPECT_TRUE(made.heard.even);
    EXPECT_EQ(made.heard.rate_hz, 48'000);
    EXPECT_NEAR(made.heard.end, static_cast<double>(wish.result_duration.count()) / 1e6, 0.0001);
    return made;
}

/// The clicks that ranges keep, on the result's clock.
std::vector<double> expected_clicks(const std::vector<TimeRange>& keep, double result_duration,
                                    double sound_end = 1e9) {
    std::vector<double> places;
    double before = 0;
    for (const auto& range : keep) {
        const double start = static_cast<double>(range.start.count()) / 1e6;
        const double end = range.end ? static_cast<double>(range.end->count()) / 1e6
                                     : start + result_duration - before;
        for (double second = std::ceil(start - 1e-9); second < end; ++second) {
            // A click that the cut itself goes through is nobody's measure, nor is one in the first
            // moment, where the encoder begins.
            const bool whole = second - start > 0.03 && end - second > 0.03 && second < sound_end;
            if (whole) places.push_back(before + second - start);
        }
        before += end - start;
    }
    return places;
}

void expect_clicks(const HeardSound& heard, const std::vector<double>& places,
                   double within = 0.002) {
    const auto found = clicks(heard);
    ASSERT_EQ(found.size(), places.size());
    for (std::size_t i = 0; i < places.size(); ++i)
        EXPECT_NEAR(found[i], places[i], within) << "click " << i;
}

class SoundMaking : public testing::Test {
protected:
    TemporaryFolder folder;

    std::filesystem::path film(const FilmMake& make, const std::string& name = "film.mp4") {
        make_film(folder / name, make);
        return folder / name;
    }
};

TEST_F(SoundMaking, AllOfItStaysWhereItWas) {
    const auto made = make(film({}), {{}, {}, at(10)});
    expect_clicks(made.heard, expected_clicks({{}}, 10), 0.0005);
    EXPECT_EQ(made.heard.channels, 2);
    EXPECT_TRUE(made.notes.empty());
}

TEST_F(SoundMaking, OneRangeIsCutAtTheSample) {
    const std::vector<TimeRange> keep{{at(2.3456), at(7.8)}};
    const auto made = make(film({}), {keep, {}, at(5.4544)});
    expect_clicks(made.heard, expected_clicks(keep, 5.4544), 0.0005);
}

TEST_F(SoundMaking, ThirtyCutsDoNotDrift) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.sound_seconds = 64;
    std::vector<TimeRange> keep;
    // Lengths that are no whole number of samples.
    double sum = 0;
    for (int i = 0; i < 31; ++i) {
        keep.push_back({at(2 * i + 0.633333), at(2 * i + 1.366667 + 0.000011 * i)});
        sum += static_cast<double>((*keep.back().end - keep.back().start).count()) / 1e6;
    }
    const auto made = make(film(long_film), {keep, {}, at(sum)});
    expect_clicks(made.heard, expected_clicks(keep, sum), 0.0005);
}

TEST_F(SoundMaking, RangesMayComeInAnyOrderAndLeaveOutLongParts) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.sound_seconds = 90;
    const std::vector<TimeRange> keep{
        {at(70.5), at(72.5)}, {at(10.25), at(12.25)}, {at(80.5), std::nullopt}};
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        const auto made = make(film(long_film, name), {keep, {}, at(12)});
        expect_clicks(made.heard, expected_clicks(keep, 12));
    }
}

TEST_F(SoundMaking, InnerCutsLeaveNoClick) {
    FilmMake humming;
    humming.wave = [](double seconds, int) { return 0.4 * std::sin(2 * M_PI * 50 * seconds); };
    // From the top of the wave to its bottom.
    const auto made =
        make(film(humming), {{{at(1), at(3.005)}, {at(5.015), at(7.02)}}, {}, at(4.01)});
    double steepest = 0;
    for (std::size_t i = 2 * 48'00; i + 2 < made.heard.samples.size() - 2 * 48'00; i += 2)
        steepest = std::max(steepest, std::abs(static_cast<double>(made.heard.samples[i + 2] -
                                                                   made.heard.samples[i])));
    // The hum itself rises by 0.0026 a sample, a fade from the top of it by 0.4 in 240 samples.
    EXPECT_LT(steepest, 0.008);
    EXPECT_LT(loudness_between(made.heard, 2.0045, 2.0055), 0.1);
}

TEST_F(SoundMaking, TimesOfTheFileDoNotMatter) {
    for (const auto* name : {"film.mp4", "film.mkv", "film.mov"}) {
        for (const double start : {0.0, 0.4, 3.0}) {
            FilmMake shifted;
            shifted.picture_start = start;
            const auto made = make(film(shifted, name), {{{at(1.5), at(6.5)}}, {}, at(5)});
            expect_clicks(made.heard, expected_clicks({{at(1.5), at(6.5)}}, 5));
        }
    }
}

TEST_F(SoundMaking, SoundThatBeginsBeforeOrAfterThePicturesStaysInStep) {
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        for (const double start : {-0.5, 0.3, 2.7}) {
            FilmMake shifted;
            shifted.picture_start = 1;
            shifted.sound_start = start;
            const auto made = make(film(shifted, name), {{}, {}, at(9)});
            auto expected = expected_clicks({{}}, 9);
            std::erase_if(expected, [&](double second) { return second < start; });
            expect_clicks(made.heard, expected);
            if (start > 0) { EXPECT_LT(loudness_between(made.heard, 0.05, start - 0.1), 0.0005); }
        }
    }
}

TEST_F(SoundMaking, OtherRatesAreBroughtToFortyEight) {
    for (const auto& [codec, rate_hz, name] : {std::tuple{SoundCodec::aac, 44'100, "film.mp4"},
                                               {SoundCodec::aac, 16'000, "film.mp4"},
                                               {SoundCodec::pcm, 8'000, "film.mov"},
                                               {SoundCodec::pcm, 11'025, "film.mkv"},
                                               {SoundCodec::pcm, 96'000, "film.mov"}}) {
        FilmMake odd;
        odd.codec = codec;
        odd.rate_hz = rate_hz;
        const std::vector<TimeRange> keep{{at(0.5), at(3.7)}, {at(4.4), at(9.2)}};
        const auto made = make(film(odd, name), {keep, {}, at(8)});
        expect_clicks(made.heard, expected_clicks(keep, 8));
    }
}

TEST_F(SoundMaking, OneChannelStaysOne) {
    FilmMake mono;
    mono.channels = 1;
    const auto made = make(film(mono), {{}, {}, at(10)});
    EXPECT_EQ(made.heard.channels, 1);
    expect_clicks(made.heard, expected_clicks({{}}, 10));
    // As loud as it was.
    EXPECT_NEAR(loudness_between(made.heard, 2.3, 2.7), 0.005 / std::sqrt(2), 0.0005);
}

TEST_F(SoundMaking, OfSixChannelsTheVoiceIsKeptAndNothingClips) {
    FilmMake film_sound;
    film_sound.channels = 6;
    // Front left, front right, centre, low, back left, back right: a voice in the middle; then all
    // at their loudest.
    film_sound.wave = [](double seconds, int channel) {
        if (seconds < 5) return channel == 2 ? click_wave(seconds, 0) : 0.0;
        return 0.95 * std::sin(2 * M_PI * 300 * seconds);
    };
    for (const auto codec : {SoundCodec::aac, SoundCodec::pcm}) {
        film_sound.codec = codec;
        const auto made = make(film(film_sound, "film.mov"), {{}, {}, at(10)});
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

TEST_F(SoundMaking, ShorterSoundEndsInSilenceAndLongerIsCut) {
    FilmMake shorter;
    shorter.sound_seconds = 4.5;
    const auto made = make(film(shorter), {{}, {}, at(10)});
    expect_clicks(made.heard, expected_clicks({{}}, 10, 4.5));
    EXPECT_EQ(loudness_between(made.heard, 4.7, 10), 0);

    FilmMake longer;
    longer.sound_seconds = 20;
    const auto cut = make(film(longer), {{}, {}, at(10)});
    expect_clicks(cut.heard, expected_clicks({{}}, 10));
}

TEST_F(SoundMaking, ResultsOfAnyLengthHaveSound) {
    const auto file = film({});
    for (const int length_ms : {1, 20, 40, 63, 64, 65, 500}) {
        const milliseconds length(length_ms);
        const auto made = make(file, {{{at(1.01), at(1.01) + length}}, {}, length});
        EXPECT_EQ(made.heard.packets.size(),
                  static_cast<std::size_t>(std::ceil(length_ms * 48 / 1024.0)))
            << length_ms;
    }
}

TEST_F(SoundMaking, GapsOfTheSourceAreSilence) {
    FilmMake gaps;
    gaps.missing = {{1.4, 2.6}, {5.45, 5.55}, {7.3, 7.37}};
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        const auto made = make(film(gaps, name), {{}, {}, at(10)});
        expect_clicks(made.heard, {1, 3, 4, 5, 6, 7, 8, 9});
        EXPECT_LT(loudness_between(made.heard, 1.6, 2.4), 0.0005);
        EXPECT_TRUE(made.notes.empty());
    }
}

TEST_F(SoundMaking, SoundThatRunsOffItsClockIsBroughtBack) {
    for (const double stretch : {1.0005, 0.9995}) {
        FilmMake drifting;
        drifting.codec = SoundCodec::pcm;
        drifting.rate_hz = 16'000;
        drifting.stretch = stretch;
        drifting.picture_seconds = drifting.sound_seconds = 120;
        const auto made = make(film(drifting, "film.mkv"), {{}, {}, at(118.5)});
        const auto found = clicks(made.heard);
        ASSERT_EQ(found.size(), 118U);
        for (std::size_t i = 0; i < found.size(); ++i)
            EXPECT_NEAR(found[i], static_cast<double>(i) + 1, 0.02);
    }
}

TEST_F(SoundMaking, WhatIsBrokenIsSilentAndNoted) {
    FilmMake broken;
    broken.broken = {{2.5, 4.5}};
    const auto made = make(film(broken), {{}, {}, at(10)});
    EXPECT_EQ(made.notes, std::vector<std::string>{"sound_damaged"});
    std::vector<double> after;
    for (const double click : clicks(made.heard))
        if (click < 2.4 || click > 4.6) after.push_back(click);
    EXPECT_EQ(after.size(), 7U);

    // What is cut away is nobody's loss.
    const auto without = make(film(broken), {{{at(5.5), at(9)}}, {}, at(3.5)});
    EXPECT_TRUE(without.notes.empty());
}

/// What a reader gets of an MP4 without an edit list that holds just the sound.
HeardSound through_mp4(SoundMaker& maker, const std::filesystem::path& file) {
    using namespace internal;
    AVFormatContext* output = nullptr;
    avformat_alloc_output_context2(&output, nullptr, "mp4", file.c_str());
    const OutputContext owner(output);
    auto* stream = avformat_new_stream(output, nullptr);
    avcodec_parameters_copy(stream->codecpar, maker.parameters());
    stream->time_base = maker.time_base();
    AVDictionary* options = nullptr;
    av_dict_set(&options, "use_editlist", "0", 0);
    EXPECT_GE(avio_open(&output->pb, file.c_str(), AVIO_FLAG_WRITE), 0);
    EXPECT_GE(avformat_write_header(output, &options), 0);
    av_dict_free(&options);
    const auto packet = new_packet();
    while (maker.next(*packet)) {
        av_packet_rescale_ts(packet.get(), maker.time_base(), stream->time_base);
        EXPECT_GE(av_interleaved_write_frame(output, packet.get()), 0);
    }
    EXPECT_GE(av_write_trailer(output), 0);
    avio_closep(&output->pb);

    auto source = sound_of_file(file, {});
    EXPECT_EQ(source->stream().start_time, 0);
    HeardSound heard;
    heard.rate_hz = sound_rate_hz;
    heard.channels = result_channels(source->stream());
    heard.end = static_cast<double>(source->stream().duration) * av_q2d(source->stream().time_base);
    SoundReader reader(std::move(source), heard.channels);
    heard.samples.resize(static_cast<std::size_t>(heard.channels) * 12 * sound_rate_hz);
    reader.read(heard.samples);
    return heard;
}

TEST_F(SoundMaking, AnMp4WithoutAnEditListIsInStep) {
    const auto file = film({});
    for (const bool may_copy : {false, true}) {
        SoundMaker maker(VideoFile(file, {}, {}),
                         {{{at(0.5), at(9.7)}}, {}, at(9.2), false, may_copy});
        EXPECT_EQ(maker.copied(), may_copy);
        const auto heard = through_mp4(maker, folder / "sound.mp4");
        EXPECT_NEAR(heard.end, 9.2, may_copy ? 0.011 : 0.0001);
        expect_clicks(heard, {0.5, 1.5, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5, 8.5},
                      may_copy ? 0.011 : 0.0005);
        std::ifstream in(folder / "sound.mp4", std::ios::binary);
        const std::string bytes{std::istreambuf_iterator<char>(in), {}};
        EXPECT_EQ(bytes.find("elst"), std::string::npos);
    }
}

TEST_F(SoundMaking, OffIsNoSoundOrASilentTrack) {
    const auto file = film({});
    AudioOptions off{{}, {Sound::Kind::off, ""}, at(3)};
    SoundMaker none(VideoFile(file, {}, {}), off);
    EXPECT_EQ(none.parameters(), nullptr);
    const auto packet = internal::new_packet();
    EXPECT_FALSE(none.next(*packet));
    off.silent_if_none = true;
    const auto made = make(file, off);
    EXPECT_EQ(made.heard.channels, 2);
    EXPECT_EQ(loudness_between(made.heard, 0, 3), 0);
}

TEST_F(SoundMaking, AFilmWithoutSoundHasNoneOrASilentTrack) {
    FilmMake mute;
    mute.channels = 0;
    const auto file = film(mute);
    for (const auto kind : {Sound::Kind::keep, Sound::Kind::level}) {
        AudioOptions wish{{}, {kind, ""}, at(3)};
        EXPECT_EQ(SoundMaker(VideoFile(file, {}, {}), wish).parameters(), nullptr);
        wish.silent_if_none = true;
        EXPECT_EQ(loudness_between(make(file, wish).heard, 0, 3), 0);
    }
}

TEST_F(SoundMaking, StoppingIsHeeded) {
    const auto file = film({});
    std::stop_source stop;
    SoundMaker maker(VideoFile(file, {}, stop.get_token()), {{}, {}, at(10)});
    stop.request_stop();
    const auto packet = internal::new_packet();
    EXPECT_ANY_THROW(maker.next(*packet));
    EXPECT_ANY_THROW(
        SoundMaker(VideoFile(file, {}, stop.get_token()), {{}, {Sound::Kind::level, ""}, at(10)}));
}

}  // namespace
