// Copied sound: the source's own packets, none twice, no drift over many cuts.
#include "video/audio/audio_copy.hpp"
#include "video/audio/audio_maker.hpp"
#include "video/container/video_file.hpp"

#include "support/heard_audio.hpp"
#include "support/made_audio.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <set>
#include <string>
#include <tuple>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;
using internal::AudioMaker;
using internal::AudioOptions;
using internal::KeptStretch;
using internal::PacketRun;
using internal::plan_copy;
using internal::VideoFile;

Time at(double seconds) { return Time(std::llround(seconds * 1e6)); }

using Packets = std::vector<std::vector<std::uint8_t>>;

Packets packets_of(const std::filesystem::path& path) {
    auto file = internal::VideoFile::open(path, {}, {});
    Packets packets;
    const auto packet = internal::new_packet();
    while (file.read(*packet))
        if (packet->stream_index == file.audio()->index)
            packets.emplace_back(packet->data, packet->data + packet->size);
    return packets;
}

std::vector<std::int64_t> even_starts(int count, std::int64_t first = 0) {
    std::vector<std::int64_t> starts;
    for (int i = 0; i < count; ++i) starts.push_back(first + 1024 * i);
    return starts;
}

TEST(PlanCopy, TakesThePacketNearestToEachSlot) {
    const auto starts = even_starts(100, -1024);
    EXPECT_EQ(plan_copy(starts, std::vector<KeptStretch>{{0, 0, 10'240}}, 10'240),
              (std::vector<PacketRun>{{0, 10, 0, 9216}}));
    EXPECT_EQ(plan_copy(starts, std::vector<KeptStretch>{{1024 + 500, 0, 10'240}}, 10'240),
              (std::vector<PacketRun>{{1024, 10, 0, 9216}}));
    EXPECT_EQ(plan_copy(starts, std::vector<KeptStretch>{{1024 + 600, 0, 10'240}}, 10'240),
              (std::vector<PacketRun>{{2048, 10, 0, 9216}}));
    // A slot belongs to the range that contains its middle.
    EXPECT_EQ(plan_copy(starts, std::vector<KeptStretch>{{0, 0, 1500}, {20'480, 1500, 4096}}, 4096),
              (std::vector<PacketRun>{{0, 1, 0, 0}, {20'480, 3, 1024, 2048}}));
    // A range that contains no middle has no packet.
    EXPECT_EQ(
        plan_copy(starts,
                  std::vector<KeptStretch>{{0, 0, 1024}, {8192, 1024, 1400}, {20'480, 1400, 3072}},
                  3072),
        (std::vector<PacketRun>{{0, 1, 0, 0}, {20'480, 2, 1024, 1024}}));
}

TEST(PlanCopy, RefusesWhatWouldNotStayInStep) {
    const std::vector<KeptStretch> all{{0, 0, 40 * 1024}};
    const auto plan = [&](std::vector<std::int64_t> starts) {
        return plan_copy(starts, all, 40 * 1024).has_value();
    };
    EXPECT_TRUE(plan(even_starts(40)));
    EXPECT_TRUE(plan(even_starts(38)));
    EXPECT_FALSE(plan(even_starts(37)));
    EXPECT_TRUE(plan(even_starts(40, 500)));
    EXPECT_FALSE(plan(even_starts(40, 600)));
    EXPECT_FALSE(plan({}));
    auto gap = even_starts(60);
    gap.erase(gap.begin() + 20);
    EXPECT_FALSE(plan(gap));
    auto jitter = even_starts(60);
    for (std::size_t i = 0; i < jitter.size(); ++i) jitter[i] += i % 2 ? 24 : -24;
    EXPECT_TRUE(plan(jitter));
    // As in recordings by phones.
    auto late = even_starts(60);
    for (std::size_t i = 1; i < late.size(); ++i) late[i] += 145;
    EXPECT_TRUE(plan(late));
}

TEST(PlanCopy, AClockThatWandersIsFollowed) {
    auto drift = even_starts(400);
    for (std::size_t i = 0; i < drift.size(); ++i) drift[i] += static_cast<std::int64_t>(i) * 4;
    // The second range follows the first directly, and is in sync again.
    EXPECT_EQ(plan_copy(drift,
                        std::vector<KeptStretch>{{0, 0, 200 * 1028},
                                                 {300 * 1028, 200 * 1028, 210 * 1028}},
                        210 * 1028),
              (std::vector<PacketRun>{{0, 200, 0, 199 * 1028},
                                      {300 * 1028, 10, 199 * 1028 + 1024, 9 * 1024}}));
    // Packets of another length are not clock drift.
    std::vector<std::int64_t> short_ones;
    for (int i = 0; i < 400; ++i) short_ones.push_back(960 * i);
    EXPECT_FALSE(plan_copy(short_ones, std::vector<KeptStretch>{{0, 0, 200 * 960}}, 200 * 960));
}

class AudioCopying : public testing::Test {
protected:
    TemporaryFolder folder;

    std::filesystem::path film(const FilmMake& make, const std::string& name = "film.mp4") {
        make_film(folder / name, make);
        return folder / name;
    }

    /// The sound of a copy, after comparing it with the source.
    static HeardAudio copy(const std::filesystem::path& file, const std::vector<TimeRange>& keep,
                           double duration) {
        AudioMaker maker(VideoFile::open(file, {}, {}), {keep, {}, at(duration), false, true});
        EXPECT_TRUE(maker.copied());
        auto heard = hear(maker);
        const auto source = packets_of(file);
        std::set<std::ptrdiff_t> taken;
        for (const auto& packet : heard.packets) {
            auto found = std::ranges::find(source, packet);
            // Among equal packets (silence) any match is accepted.
            while (found != source.end() && taken.contains(found - source.begin()))
                found = std::find(found + 1, source.end(), packet);
            EXPECT_NE(found, source.end()) << "a packet that the source has not, or has once";
            taken.insert(found - source.begin());
        }
        EXPECT_TRUE(heard.even);
        EXPECT_TRUE(maker.notes().empty());
        EXPECT_NEAR(heard.end, duration, 1024.0 / heard.rate_hz);
        return heard;
    }

    static void expect_clicks(const HeardAudio& heard, const std::vector<double>& places) {
        auto found = clicks(heard);
        // A click on the result's edge cannot be measured.
        std::erase_if(found,
                      [&](double place) { return place < 0.03 || place > heard.end - 0.03; });
        ASSERT_EQ(found.size(), places.size());
        for (std::size_t i = 0; i < places.size(); ++i)
            EXPECT_NEAR(found[i], places[i], 512.0 / heard.rate_hz + 0.0005) << i;
    }
};

TEST_F(AudioCopying, AllOfIt) {
    for (const auto& [name, rate_hz, channels] : {std::tuple{"film.mp4", 48'000, 2},
                                                  {"film.mov", 44'100, 1},
                                                  {"film.mkv", 44'100, 2},
                                                  {"film.mkv", 48'000, 1},
                                                  {"film.flv", 44'100, 2}}) {
        FilmMake make;
        make.rate_hz = rate_hz;
        make.channels = channels;
        const auto heard = copy(film(make, name), {}, 10);
        EXPECT_EQ(heard.rate_hz, rate_hz);
        EXPECT_EQ(heard.channels, channels);
        expect_clicks(heard, {1, 2, 3, 4, 5, 6, 7, 8, 9});
    }
}

TEST_F(AudioCopying, OneRange) {
    for (const double start : {2.3, 2.307, 2.3149, 5.5})
        expect_clicks(
            copy(film({}), {{at(start), at(start + 3)}}, 3),
            {std::ceil(start) - start, std::ceil(start) + 1 - start, std::ceil(start) + 2 - start});
}

TEST_F(AudioCopying, ThirtyCutsDoNotDrift) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.audio_seconds = 64;
    std::vector<TimeRange> keep;
    std::vector<double> places;
    double sum = 0;
    for (int i = 0; i < 31; ++i) {
        const double start = 2 * i + 0.633333, end = 2 * i + 1.366667 + 0.000211 * i;
        keep.push_back({at(start), at(end)});
        places.push_back(sum + 2 * i + 1 - start);
        sum += end - start;
    }
    for (const auto* name : {"film.mp4", "film.mkv"})
        expect_clicks(copy(film(long_film, name), keep, sum), places);
}

TEST_F(AudioCopying, RangesMayComeInAnyOrder) {
    FilmMake long_film;
    long_film.channels = 1;
    long_film.picture_seconds = long_film.audio_seconds = 60;
    for (const auto* name : {"film.mp4", "film.mkv"})
        expect_clicks(copy(film(long_film, name),
                           {{at(50.5), at(52.5)}, {at(2.25), at(4.25)}, {at(56.5), {}}}, 6),
                      {0.5, 1.5, 2.75, 3.75, 4.5, 5.5});
}

TEST_F(AudioCopying, WhatCannotBeCopiedIsEncoded) {
    const auto copied = [&](const FilmMake& make, Audio::Kind kind = Audio::Kind::keep,
                            const std::string& name = "film.mp4") {
        AudioMaker maker(VideoFile::open(film(make, name), {}, {}),
                         {{}, {kind, ""}, at(10), false, true});
        const auto heard = hear(maker);
        EXPECT_TRUE(heard.even);
        EXPECT_NEAR(heard.end, 10, 0.0001 + (maker.copied() ? 0.05 : 0));
        const auto found = clicks(heard);
        EXPECT_GE(found.size(), 4U);
        for (const double click : found) EXPECT_NEAR(click, std::round(click), 0.0115);
        return maker.copied();
    };
    EXPECT_TRUE(copied({}));
    EXPECT_FALSE(copied({}, Audio::Kind::level));
    FilmMake make;
    make.codec = AudioCodec::pcm;
    EXPECT_FALSE(copied(make, Audio::Kind::keep, "film.mov"));
    make = {};
    make.channels = 6;
    EXPECT_FALSE(copied(make));
    make = {};
    // Half a packet is 32 ms here.
    make.rate_hz = 16'000;
    EXPECT_FALSE(copied(make));
    make = {};
    make.missing = {{3.2, 3.8}};
    EXPECT_FALSE(copied(make));
    make = {};
    make.audio_start = 0.3;
    EXPECT_FALSE(copied(make));
    make = {};
    make.audio_seconds = 5;
    EXPECT_FALSE(copied(make));
    make = {};
    // Packets with their own headers (ADTS).
    EXPECT_FALSE(copied(make, Audio::Kind::keep, "film.ts"));
}

TEST_F(AudioCopying, TheDescriptionSaysNothingAboutSkippedParts) {
    AudioMaker maker(VideoFile::open(film({}), {}, {}), {{}, {}, at(5), false, true});
    ASSERT_TRUE(maker.copied());
    EXPECT_EQ(maker.parameters()->initial_padding, 0);
    EXPECT_EQ(maker.parameters()->codec_tag, 0U);
    EXPECT_GE(maker.parameters()->extradata_size, 2);
    const auto packet = internal::new_packet();
    ASSERT_TRUE(maker.next(*packet));
    EXPECT_EQ(packet->side_data_elems, 0);
}

}  // namespace
