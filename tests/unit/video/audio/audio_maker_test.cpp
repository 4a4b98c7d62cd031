// Sound of a result: cut at the sample and in step with the pictures.
#include "video/audio/audio_maker.hpp"
#include "unit/video/audio/made_clicks.hpp"
#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_reader.hpp"
#include "video/audio/audio_source.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cmath>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::AudioOptions;
using internal::VideoFile;
using std::chrono::milliseconds;

TEST_F(AudioMaking, AllOfItStaysWhereItWas) {
    const auto made = make(film({}), {{}, {}, at(10)});
    expect_clicks(made.heard, expected_clicks({{}}, 10), 0.0005);
    EXPECT_EQ(made.heard.channels, 2);
    EXPECT_TRUE(made.notes.empty());
}

TEST_F(AudioMaking, OneRangeIsCutAtTheSample) {
    const std::vector<TimeRange> keep{{at(2.3456), at(7.8)}};
    const auto made = make(film({}), {keep, {}, at(5.4544)});
    expect_clicks(made.heard, expected_clicks(keep, 5.4544), 0.0005);
}

TEST_F(AudioMaking, ThirtyCutsDoNotDrift) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.audio_seconds = 64;
    std::vector<TimeRange> keep;
    // Lengths that are not a whole number of samples.
    double sum = 0;
    for (int i = 0; i < 31; ++i) {
        keep.push_back({at(2 * i + 0.633333), at(2 * i + 1.366667 + 0.000011 * i)});
        sum += static_cast<double>((*keep.back().end - keep.back().start).count()) / 1e6;
    }
    const auto made = make(film(long_film), {keep, {}, at(sum)});
    expect_clicks(made.heard, expected_clicks(keep, sum), 0.0005);
}

TEST_F(AudioMaking, RangesMayComeInAnyOrderAndLeaveOutLongParts) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.audio_seconds = 90;
    const std::vector<TimeRange> keep{
        {at(70.5), at(72.5)}, {at(10.25), at(12.25)}, {at(80.5), std::nullopt}};
    for (const auto* name : {"film.mp4", "film.mkv"}) {
        const auto made = make(film(long_film, name), {keep, {}, at(12)});
        expect_clicks(made.heard, expected_clicks(keep, 12));
    }
}

TEST_F(AudioMaking, InnerCutsLeaveNoClick) {
    FilmMake humming;
    humming.wave = [](double seconds, int) { return 0.4 * std::sin(2 * M_PI * 50 * seconds); };
    // From the wave's maximum to its minimum.
    const auto made =
        make(film(humming), {{{at(1), at(3.005)}, {at(5.015), at(7.02)}}, {}, at(4.01)});
    double steepest = 0;
    for (std::size_t i = 2 * 48'00; i + 2 < made.heard.samples.size() - 2 * 48'00; i += 2)
        steepest = std::max(steepest, std::abs(static_cast<double>(made.heard.samples[i + 2] -
                                                                   made.heard.samples[i])));
    // The hum changes by 0.0026 per sample, a fade from its maximum by 0.4 in 240 samples.
    EXPECT_LT(steepest, 0.008);
    EXPECT_LT(loudness_between(made.heard, 2.0045, 2.0055), 0.1);
}

TEST_F(AudioMaking, ShorterSoundEndsInSilenceAndLongerIsCut) {
    FilmMake shorter;
    shorter.audio_seconds = 4.5;
    const auto made = make(film(shorter), {{}, {}, at(10)});
    expect_clicks(made.heard, expected_clicks({{}}, 10, 4.5));
    EXPECT_EQ(loudness_between(made.heard, 4.7, 10), 0);

    FilmMake longer;
    longer.audio_seconds = 20;
    const auto cut = make(film(longer), {{}, {}, at(10)});
    expect_clicks(cut.heard, expected_clicks({{}}, 10));
}

TEST_F(AudioMaking, ResultsOfAnyLengthHaveSound) {
    const auto file = film({});
    for (const int length_ms : {1, 20, 40, 63, 64, 65, 500}) {
        const milliseconds length(length_ms);
        const auto made = make(file, {{{at(1.01), at(1.01) + length}}, {}, length});
        EXPECT_EQ(made.heard.packets.size(),
                  static_cast<std::size_t>(std::ceil(length_ms * 48 / 1024.0)))
            << length_ms;
    }
}

/// What a reader gets from an MP4 with only the sound and no edit list.
HeardAudio through_mp4(AudioMaker& maker, const std::filesystem::path& file) {
    using namespace internal;
    AVFormatContext* output = nullptr;
    avformat_alloc_output_context2(&output, nullptr, "mp4", file.c_str());
    const OutputContext owner(output);
    auto* stream = avformat_new_stream(output, nullptr);
    avcodec_parameters_copy(stream->codecpar, maker.parameters());
    stream->time_base = maker.time_base();
    AVDictionary* settings = nullptr;
    av_dict_set(&settings, "use_editlist", "0", 0);
    EXPECT_GE(avio_open(&output->pb, file.c_str(), AVIO_FLAG_WRITE), 0);
    EXPECT_GE(avformat_write_header(output, &settings), 0);
    av_dict_free(&settings);
    const auto packet = new_packet();
    while (maker.next(*packet)) {
        av_packet_rescale_ts(packet.get(), maker.time_base(), stream->time_base);
        EXPECT_GE(av_interleaved_write_frame(output, packet.get()), 0);
    }
    EXPECT_GE(av_write_trailer(output), 0);
    avio_closep(&output->pb);

    auto source = audio_of_file(file, {});
    EXPECT_EQ(source->stream().start_time, 0);
    HeardAudio heard;
    heard.rate_hz = audio_rate_hz;
    heard.channels = result_channels(source->stream());
    heard.end = static_cast<double>(source->stream().duration) * av_q2d(source->stream().time_base);
    AudioReader reader(std::move(source), heard.channels);
    heard.samples.resize(static_cast<std::size_t>(heard.channels) * 12 * audio_rate_hz);
    reader.read(heard.samples);
    return heard;
}

TEST_F(AudioMaking, AnMp4WithoutAnEditListIsInStep) {
    const auto file = film({});
    for (const bool may_copy : {false, true}) {
        AudioMaker maker(VideoFile::open(file, {}, {}),
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

TEST_F(AudioMaking, OffIsNoSoundOrASilentTrack) {
    const auto file = film({});
    AudioOptions off{{}, {Audio::Kind::off, ""}, at(3)};
    AudioMaker none(VideoFile::open(file, {}, {}), off);
    EXPECT_EQ(none.parameters(), nullptr);
    const auto packet = internal::new_packet();
    EXPECT_FALSE(none.next(*packet));
    off.silent_if_none = true;
    const auto made = make(file, off);
    EXPECT_EQ(made.heard.channels, 2);
    EXPECT_EQ(loudness_between(made.heard, 0, 3), 0);
}

TEST_F(AudioMaking, AFilmWithoutSoundHasNoneOrASilentTrack) {
    FilmMake mute;
    mute.channels = 0;
    const auto file = film(mute);
    for (const auto kind : {Audio::Kind::keep, Audio::Kind::level}) {
        AudioOptions options{{}, {kind, ""}, at(3)};
        EXPECT_EQ(AudioMaker(VideoFile::open(file, {}, {}), options).parameters(), nullptr);
        options.silent_if_none = true;
        EXPECT_EQ(loudness_between(make(file, options).heard, 0, 3), 0);
    }
}

TEST_F(AudioMaking, AStopRequestIsObeyed) {
    const auto file = film({});
    std::stop_source stop;
    AudioMaker maker(VideoFile::open(file, {}, stop.get_token()), {{}, {}, at(10)});
    stop.request_stop();
    const auto packet = internal::new_packet();
    EXPECT_ANY_THROW(maker.next(*packet));
    EXPECT_ANY_THROW(AudioMaker(VideoFile::open(file, {}, stop.get_token()),
                                {{}, {Audio::Kind::level, ""}, at(10)}));
}

}  // namespace
