// Inspection and check report what a film was made to be; an independent reader of its boxes
// agrees.
#include "av/av_parts.hpp"

#include "support/media_files.hpp"
#include "support/mp4_walker.hpp"
#include "support/plain_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using test::Mp4Walker;
using test::PlainFilm;
using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

class MadeFilm : public testing::Test {
protected:
    test::TemporaryFolder folder;

    void SetUp() override {
        if (!test::can_make_films()) GTEST_SKIP() << "no encoder for H.264 here";
    }
    std::filesystem::path make(const PlainFilm& film) {
        const auto file = folder / (std::to_string(++made_) + ".mp4");
        test::write_film(file, film);
        return file;
    }
    VideoFacts facts(const PlainFilm& film) { return av_parts().inspect_video(make(film), {}); }

    std::vector<std::string> codes(const PlainFilm& film, std::string_view id = "instagram-reel") {
        auto place = find_placement(id).value();
        // A small film of the right aspect ratio is enough for inspection.
        place.size = film.size;
        const auto findings = check(make(film), place);
        EXPECT_TRUE(findings) << findings.error().message;
        std::vector<std::string> list;
        if (findings)
            for (const auto& finding : *findings) list.push_back(finding.code);
        return list;
    }

private:
    int made_ = 0;
};

TEST_F(MadeFilm, AsPrepareShallMakeItFitsEverywhere) {
    for (const auto& place : placements()) {
        if (std::find(place.kinds.begin(), place.kinds.end(), MediaKind::video) ==
            place.kinds.end())
            continue;
        EXPECT_THAT(codes({}, place.id), IsEmpty()) << place.id;
    }
    const auto file = make({});
    const Mp4Walker walker(file);
    EXPECT_FALSE(walker.has_edit_list());
    EXPECT_TRUE(walker.moov_is_first());
    EXPECT_FALSE(walker.is_fragmented());
    ASSERT_EQ(walker.tracks(), 2u);
    EXPECT_THAT(walker.sample_entries(0), ElementsAre("avc1"));
    EXPECT_THAT(walker.sample_entries(1), ElementsAre("mp4a"));
    EXPECT_EQ(walker.handler(0), "vide");
    EXPECT_EQ(walker.handler(1), "soun");
    EXPECT_FALSE(walker.has_composition_offsets(0));
    EXPECT_THAT(walker.brands(), Contains("isom"));
}

TEST_F(MadeFilm, SaysHowItsPicturesAreKept) {
    const auto plain = facts({});
    EXPECT_EQ(plain.info.video_codec, "h264");
    EXPECT_EQ(plain.pixel_format, "yuv420p");
    EXPECT_EQ(plain.chroma, Chroma::half);
    EXPECT_TRUE(plain.has_color_tags);
    EXPECT_FALSE(plain.full_range || plain.has_b_frames || plain.has_edit_list || plain.moov_last ||
                 plain.fragmented);
    EXPECT_EQ(plain.groups, Groups::closed);
    EXPECT_NEAR(plain.usual_group_s, 2, 0.01);
    EXPECT_NEAR(plain.longest_group_s, 2, 0.01);
    EXPECT_EQ(plain.audio_profile, "LC");
    EXPECT_EQ(plain.audio_hz, 48'000);
    EXPECT_EQ(plain.audio_channels, 2);
    EXPECT_EQ(plain.extra_tracks, 0);
    EXPECT_GT(plain.picture_bits_per_second, 1000);
    ASSERT_TRUE(plain.audio_ends_later_s);
    EXPECT_LT(std::abs(*plain.audio_ends_later_s), 0.06);
    EXPECT_FALSE(facts({.tagged = false}).has_color_tags);
    EXPECT_EQ(facts({.pixel_format = "yuv422p"}).chroma, Chroma::half_across);
    EXPECT_EQ(facts({.pixel_format = "yuv444p"}).chroma, Chroma::full);
    EXPECT_TRUE(facts({.pixel_format = "yuvj420p"}).full_range);
    EXPECT_EQ(facts({.pixel_format = "yuv420p10le"}).info.bit_depth, 10);
    EXPECT_NEAR(facts({.pixel_aspect = 1.5}).pixel_aspect, 1.5, 0.001);
}

TEST_F(MadeFilm, OpenGroupsAreSeenThoughTheContainerCallsThemKeyPictures) {
    const PlainFilm open{.frames = 120, .group = 30, .b_frames = 2, .open_groups = true};
    EXPECT_EQ(facts(open).groups, Groups::open);
    EXPECT_NEAR(facts(open).usual_group_s, 1, 0.1);
    EXPECT_THAT(codes(open), ElementsAre("open_groups"));
    const PlainFilm closed{.frames = 120, .group = 30, .b_frames = 2};
    EXPECT_EQ(facts(closed).groups, Groups::closed);
    EXPECT_THAT(codes(closed), IsEmpty());
    EXPECT_EQ(facts({.frames = 120,
                     .group = 30,
                     .b_frames = 2,
                     .open_groups = true,
                     .container = "matroska"})
                  .groups,
              Groups::open);
}

TEST_F(MadeFilm, PicturesOutOfOrderAreSeen) {
    const PlainFilm film{.b_frames = 2};
    EXPECT_TRUE(facts(film).has_b_frames);
    EXPECT_TRUE(Mp4Walker(make(film)).has_composition_offsets(0));
    EXPECT_THAT(codes(film, "whatsapp-status"), ElementsAre("b_frames"));
    EXPECT_TRUE(facts({.b_frames = 2, .container = "matroska"}).has_b_frames);
}

TEST_F(MadeFilm, TheOrderOfTheFileIsSeen) {
    EXPECT_THAT(codes({.moov_first = false}), ElementsAre("moov_last"));
    EXPECT_FALSE(Mp4Walker(make({.moov_first = false})).moov_is_first());
    const auto fragmented = facts({.fragmented = true});
    EXPECT_TRUE(fragmented.fragmented);
    EXPECT_FALSE(fragmented.moov_last);
    EXPECT_TRUE(Mp4Walker(make({.fragmented = true})).is_fragmented());
}

TEST_F(MadeFilm, AnEditListIsSeen) {
    const PlainFilm film{.b_frames = 2, .edit_list = true};
    EXPECT_TRUE(Mp4Walker(make(film)).has_edit_list());
    EXPECT_THAT(codes(film), ElementsAre("edit_list"));
    // Without reordering the video's edit list has no effect; the audio's removes the encoder's
    // priming.
    EXPECT_THAT(codes({.audio_hz = 0, .edit_list = true}), ElementsAre("no_sound"));
    EXPECT_THAT(codes({.edit_list = true}), ElementsAre("edit_list"));
}

TEST_F(MadeFilm, LongGroupsAreSeen) {
    const PlainFilm film{.frames = 200, .group = 1000};
    EXPECT_NEAR(facts(film).longest_group_s, 200.0 / 30, 0.1);
    EXPECT_THAT(codes(film, "facebook-reel"), ElementsAre("long_groups"));
    EXPECT_THAT(codes(film, "instagram-reel"), IsEmpty());
}

TEST_F(MadeFilm, TheSoundIsSeen) {
    EXPECT_THAT(codes({.audio_hz = 0}), ElementsAre("no_sound"));
    EXPECT_THAT(codes({.audio_hz = 96'000}), ElementsAre("sound_rate"));
    EXPECT_THAT(codes({.audio_channels = 6}), ElementsAre("sound_channels"));
    EXPECT_THAT(codes({.audio_longer_s = -1}), ElementsAre("sound_length"));
    EXPECT_NEAR(facts({.audio_longer_s = -1}).audio_ends_later_s.value_or(0), -1, 0.06);
    // The last picture is held for it, so the rate is uneven, too.
    EXPECT_THAT(codes({.audio_longer_s = 1}), ElementsAre("variable_rate", "sound_length"));
}

TEST_F(MadeFilm, OtherThingsThatDoNotFitAreSeen) {
    EXPECT_THAT(codes({.frames = 60}), ElementsAre("too_short"));
    EXPECT_THAT(codes({.pixel_format = "yuv420p10le"}), ElementsAre("pixel_format"));
    EXPECT_THAT(codes({.uneven = true}), Contains("variable_rate"));
    EXPECT_THAT(codes({.frames = 60, .rate = 15}), ElementsAre("frame_rate"));
    EXPECT_THAT(codes({.interlaced = true}), ElementsAre("interlaced"));
    EXPECT_THAT(codes({.location = "+07.7956+110.3695/"}), ElementsAre("place_data"));
    EXPECT_TRUE(Mp4Walker(make({.location = "+07.7956+110.3695/"})).has_user_data());
    EXPECT_THAT(codes({.container = "matroska"}), ElementsAre("format"));
    EXPECT_THAT(codes({.container = "mov"}), IsEmpty());
    EXPECT_THAT(codes({.pixel_aspect = 1.5}), Contains("stretched_pixels"));
}

TEST_F(MadeFilm, TooManyBytesAndBitsAreSeen) {
    const auto file = make({});
    auto place = find_placement("instagram-reel").value();
    place.size = PlainFilm{}.size;
    place.max_video_bytes = 5'000;
    place.video.max_bits_per_second = 10'000;
    const auto findings = check(file, place);
    ASSERT_TRUE(findings);
    ASSERT_EQ(findings->size(), 2u);
    EXPECT_EQ(findings->at(0).code, "bytes");
    EXPECT_EQ(findings->at(1).code, "bit_rate");
}

TEST_F(MadeFilm, CutShortIsSeen) {
    const auto file = make({});
    std::filesystem::resize_file(file, std::filesystem::file_size(file) * 3 / 4);
    const auto findings = check(file, find_placement("youtube-short").value());
    ASSERT_TRUE(findings) << findings.error().message;
    std::vector<std::string> codes;
    for (const auto& finding : *findings) codes.push_back(finding.code);
    EXPECT_THAT(codes, Contains("truncated"));
    EXPECT_THROW(Mp4Walker{file}, std::runtime_error);
}

TEST_F(MadeFilm, ARecipesTextIsCheckedToo) {
    Recipe recipe;
    recipe.overlays = {TextOverlay{.text = "Kerja bakti", .offset = {0, 0.05}}};
    const auto findings = check(make({}), find_placement("tiktok-video").value(), recipe);
    ASSERT_TRUE(findings);
    std::vector<std::string> codes;
    for (const auto& finding : *findings) codes.push_back(finding.code);
    EXPECT_THAT(codes, Contains("text_outside_safe_area"));
}

TEST_F(MadeFilm, ACancelIsAnsweredAndMissingFilesAreNamed) {
    std::stop_source stop;
    stop.request_stop();
    Control control;
    control.stop = stop.get_token();
    EXPECT_EQ(
        check(make({}), find_placement("tiktok-video").value(), std::nullopt, control).error().code,
        ErrorCode::cancelled);
    EXPECT_EQ(check(folder / "none.mp4", find_placement("tiktok-video").value()).error().code,
              ErrorCode::not_found);
}

TEST_F(MadeFilm, SoundThatNobodyHereDecodesIsNoSilence) {
    const auto file = make({});
    auto bytes = test::bytes_of(file);
    for (const auto& [name, other] :
         {std::pair<std::string, std::string>{"mp4a", "qxyz"}, {"esds", "skip"}}) {
        const auto at = std::search(bytes.begin(), bytes.end(), name.begin(), name.end());
        ASSERT_NE(at, bytes.end());
        std::ranges::copy(other, at);
    }
    std::ofstream(file, std::ios::binary)
        .write(reinterpret_cast<const char*>(bytes.data()),
               static_cast<std::streamsize>(bytes.size()));
    auto place = find_placement("instagram-reel").value();
    place.size = PlainFilm{}.size;
    const auto findings = check(file, place);
    ASSERT_TRUE(findings) << findings.error().message;
    ASSERT_EQ(findings->size(), 1u);
    EXPECT_EQ(findings->at(0).code, "sound_codec");
    EXPECT_NE(findings->at(0).message.find("QXYZ"), std::string::npos) << findings->at(0).message;
}

TEST_F(MadeFilm, DamageIsBorneAndNeverOurFault) {
    const auto whole =
        test::bytes_of(make({.frames = 20, .group = 10, .b_frames = 2, .edit_list = true}));
    const auto head = static_cast<unsigned>(Mp4Walker(whole).find("mdat")->offset);
    const auto place = find_placement("instagram-reel").value();
    std::mt19937 dice(7);
    for (int round = 0; round < 150; ++round) {
        auto changed = whole;
        for (int i = 0; i < 6; ++i) changed[dice() % head] = static_cast<std::uint8_t>(dice());
        std::ofstream(folder / "changed.mp4", std::ios::binary)
            .write(reinterpret_cast<const char*>(changed.data()),
                   static_cast<std::streamsize>(changed.size()));
        const auto findings = check(folder / "changed.mp4", place);
        EXPECT_TRUE(findings || findings.error().code != ErrorCode::internal)
            << round << ": " << findings.error().detail;
    }
}

/// Two readers that share no code must not disagree.
TEST(RealFilms, BothReadersOfBoxesAgree) {
    const auto videos = test::shared_media() / "videos";
    if (!std::filesystem::exists(videos)) GTEST_SKIP() << "not here: " << videos;
    int compared = 0;
    for (const auto& entry : std::filesystem::directory_iterator(videos)) {
        const auto name = entry.path().filename().string();
        std::optional<VideoFacts> facts;
        std::optional<Mp4Walker> walker;
        try {
            facts = av_parts().inspect_video(entry.path(), {});
            walker.emplace(entry.path());
        } catch (...) {
            continue;  // no video, or no valid MP4
        }
        if (!walker->find("moov")) continue;
        ++compared;
        EXPECT_EQ(facts->moov_last, !walker->moov_is_first()) << name;
        EXPECT_EQ(facts->fragmented, walker->is_fragmented()) << name;
        EXPECT_TRUE(walker->has_edit_list() || !facts->has_edit_list) << name;
        EXPECT_GE(static_cast<int>(walker->tracks()), facts->extra_tracks + 1) << name;
    }
    EXPECT_GE(compared, 40);
}

}  // namespace
