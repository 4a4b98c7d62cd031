// check of a video: sound and file.
#include "av/video_facts.hpp"
#include "unit/placement/check/checked_videos.hpp"

#include <mediaedit/check.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using testing::ElementsAre;
using testing::IsEmpty;

TEST(CheckVideo, TheAudioCounts) {
    const auto reel = [](auto change) { return codes_after("instagram-reel", change); };
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.audio_codec = "pcm_s16le"; }),
                ElementsAre("sound_codec"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_hz = 96'000; }),
                ElementsAre("sound_rate"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_hz = 44'100; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_channels = 6; }),
                ElementsAre("sound_channels"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.audio_codec.clear(); }),
                ElementsAre("no_sound"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_ends_later_s = -2; }),
                ElementsAre("sound_length"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_ends_later_s = 2; }),
                ElementsAre("sound_length"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.audio_ends_later_s = -0.1; }), IsEmpty());
    EXPECT_THAT(codes_after("x-post", [](VideoFacts& facts) { facts.info.audio_codec.clear(); }),
                IsEmpty())
        << "no rule of X asks for sound";
    EXPECT_THAT(codes_after("x-post", [](VideoFacts& facts) { facts.audio_profile = "HE-AACv2"; }),
                ElementsAre("sound_codec"));
    EXPECT_THAT(
        codes_after("instagram-reel", [](VideoFacts& facts) { facts.audio_profile = "HE-AAC"; }),
        IsEmpty());
    EXPECT_THAT(
        codes_after("tiktok-video", [](VideoFacts& facts) { facts.info.audio_codec = "ac3"; }),
        ElementsAre("sound_codec"));
    EXPECT_THAT(
        codes_after("tiktok-video", [](VideoFacts& facts) { facts.info.audio_codec = "opus"; }),
        IsEmpty());
}

TEST(CheckVideo, TheFileCounts) {
    const auto reel = [](auto change) { return codes_after("instagram-reel", change); };
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.format = "matroska"; }),
                ElementsAre("format"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.format = "3gp"; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.has_edit_list = true; }),
                ElementsAre("edit_list"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.moov_last = true; }), ElementsAre("moov_last"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.groups = Groups::open; }),
                ElementsAre("open_groups"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.groups = Groups::unknown; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.has_b_frames = true; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.longest_group_s = 30; }), IsEmpty())
        << "no rule of Instagram names a length";
    EXPECT_THAT(codes_after("facebook-reel", [](VideoFacts& facts) { facts.longest_group_s = 8; }),
                ElementsAre("long_groups"));
    EXPECT_THAT(
        codes_after("facebook-reel", [](VideoFacts& facts) { facts.longest_group_s = 5.005; }),
        IsEmpty());
    EXPECT_THAT(codes_after("whatsapp-status",
                            [](VideoFacts& facts) {
                                facts.has_b_frames = facts.moov_last = facts.has_edit_list = true;
                            }),
                ElementsAre("moov_last", "b_frames"));
    EXPECT_THAT(codes_after("tiktok-video",
                            [](VideoFacts& facts) {
                                facts.has_b_frames = facts.moov_last = facts.has_edit_list = true;
                            }),
                IsEmpty())
        << "TikTok's rules name none of them";
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.picture_bits_per_second = 26e6; }),
                ElementsAre("bit_rate"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.extra_tracks = 2; }),
                ElementsAre("extra_tracks"));
    EXPECT_THAT(
        reel([](VideoFacts& facts) { facts.info.has_location = facts.info.has_owner_data = true; }),
        ElementsAre("place_data", "owner_data"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.bytes = 300'000'001; }),
                ElementsAre("bytes"));
}

TEST(CheckVideo, AFileThatIsCutShortDoesNotFit) {
    const auto findings = after("instagram-reel", [](VideoFacts& facts) {
        facts.info.notes = {{"truncated", "a.mp4 is cut short."}};
    });
    ASSERT_THAT(codes(findings), ElementsAre("truncated"));
    EXPECT_EQ(findings[0].severity, Severity::error);
    EXPECT_EQ(findings[0].message, "a.mp4 is cut short.");
}

}  // namespace
