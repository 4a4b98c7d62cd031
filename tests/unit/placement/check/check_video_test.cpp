// Each fact of a video has its finding where a placement minds it, and none where it does not.
#include "placement/check/check_video.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

Placement placement(std::string_view id) { return find_placement(id).value(); }

bool takes_videos(const Placement& placement) {
    for (const auto kind : placement.kinds)
        if (kind == MediaKind::video) return true;
    return false;
}

/// What `prepare` shall make: H.264 without B-frames, two seconds a group, AAC.
VideoFacts fitting(const Placement& placement) {
    VideoFacts facts;
    auto& info = facts.info;
    info.kind = MediaKind::video;
    info.format = "mp4";
    info.size = placement.size;
    info.color = "bt709";
    info.bytes = 15'000'000;
    info.duration = Time(std::chrono::seconds(20));
    info.frame_rate = 30;
    info.video_codec = "h264";
    info.audio_codec = "aac";
    facts.profile = "Main";
    facts.level = 40;
    facts.pixel_format = "yuv420p";
    facts.chroma = Chroma::half;
    facts.has_color_tags = true;
    facts.picture_bits_per_second = 5e6;
    facts.groups = Groups::closed;
    facts.longest_group_s = facts.usual_group_s = 2;
    facts.sound_profile = "LC";
    facts.sound_hz = 48'000;
    facts.sound_channels = 2;
    facts.sound_ends_later_s = 0.01;
    return facts;
}

std::vector<std::string> codes(const std::vector<Finding>& findings) {
    std::vector<std::string> list;
    for (const auto& finding : findings) list.push_back(finding.code);
    return list;
}

template <class Change>
std::vector<Finding> after(std::string_view id, Change change) {
    const auto place = placement(id);
    auto facts = fitting(place);
    change(facts);
    return check_video(facts, place);
}

template <class Change>
std::vector<std::string> codes_after(std::string_view id, Change change) {
    return codes(after(id, change));
}

TEST(CheckVideo, WhatPrepareMakesFitsEverywhere) {
    for (const auto& one : placements()) {
        if (!takes_videos(one)) continue;
        EXPECT_THAT(codes(check_video(fitting(one), one)), IsEmpty()) << one.id;
    }
}

TEST(CheckVideo, WhatIsNotKnownIsNoFinding) {
    for (const auto& one : placements()) {
        if (!takes_videos(one)) continue;
        VideoFacts facts;
        facts.info.kind = MediaKind::video;
        facts.info.size = one.size;
        EXPECT_THAT(codes(check_video(facts, one)), IsEmpty()) << one.id;
    }
}

TEST(CheckVideo, ThePictureCounts) {
    const auto reel = [](auto change) { return codes_after("instagram-reel", change); };
    EXPECT_THAT(reel([](VideoFacts& facts) {
                    facts.info.size = {1920, 1080};
                }),
                ElementsAre("shape", "too_small"));
    EXPECT_THAT(reel([](VideoFacts& facts) {
                    facts.info.size = {360, 640};
                }),
                ElementsAre("too_small"));
    EXPECT_THAT(reel([](VideoFacts& facts) {
                    facts.info.size = {2160, 3840};
                }),
                ElementsAre("too_large_pixels"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.video_codec = "vp9"; }),
                ElementsAre("codec"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.video_codec = "hevc"; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) {
                    facts.info.hdr = Hdr::hlg;
                    facts.info.bit_depth = 10;
                }),
                ElementsAre("hdr"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.interlaced = true; }),
                ElementsAre("interlaced"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.variable_frame_rate = true; }),
                ElementsAre("variable_rate"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.rotation_deg = 90; }),
                ElementsAre("orientation_tag"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.mirrored = true; }),
                ElementsAre("orientation_tag"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.pixel_aspect = 64.0 / 45; }),
                ElementsAre("stretched_pixels"));
}

TEST(CheckVideo, RareColorsAreWorseWhereNoPhoneShowsThem) {
    const auto severity = [](auto change) {
        const auto findings = after("instagram-reel", change);
        EXPECT_THAT(codes(findings), ElementsAre("pixel_format"));
        return findings.at(0).severity;
    };
    EXPECT_EQ(severity([](VideoFacts& facts) { facts.info.bit_depth = 10; }), Severity::error)
        << "no phone plays ten bits of H.264";
    EXPECT_EQ(severity([](VideoFacts& facts) {
                  facts.info.bit_depth = 10;
                  facts.info.video_codec = "hevc";
              }),
              Severity::warning);
    EXPECT_EQ(severity([](VideoFacts& facts) { facts.chroma = Chroma::half_across; }),
              Severity::error);
    EXPECT_EQ(severity([](VideoFacts& facts) { facts.chroma = Chroma::full; }), Severity::error);
    EXPECT_EQ(severity([](VideoFacts& facts) { facts.chroma = Chroma::grey; }), Severity::error);
    EXPECT_THAT(codes_after("instagram-reel",
                            [](VideoFacts& facts) {
                                facts.chroma = Chroma::full;
                                facts.info.hdr = Hdr::pq;
                                facts.info.bit_depth = 10;
                            }),
                ElementsAre("pixel_format", "hdr"));
}

TEST(CheckVideo, TheRateIsBoundByWhatIsTakenAndWhatIsUsual) {
    const auto finding = [](std::string_view id, double rate) {
        const auto findings =
            after(id, [rate](VideoFacts& facts) { facts.info.frame_rate = rate; });
        if (findings.empty()) return std::string("-");
        EXPECT_THAT(codes(findings), ElementsAre("frame_rate"));
        return std::string(findings[0].severity == Severity::error ? "error" : "warning");
    };
    EXPECT_EQ(finding("instagram-reel", 30'000.0 / 1001), "-");
    EXPECT_EQ(finding("instagram-reel", 48), "-") << "between two usual ones";
    EXPECT_EQ(finding("instagram-reel", 25), "warning") << "taken, but the help page asks for 30";
    EXPECT_EQ(finding("instagram-reel", 15), "error");
    EXPECT_EQ(finding("instagram-reel", 120), "error");
    EXPECT_EQ(finding("facebook-reel", 24'000.0 / 1001), "-") << "23.976 is called 24";
    EXPECT_EQ(finding("facebook-reel", 23), "error");
    EXPECT_EQ(finding("whatsapp-status", 60), "warning");
    EXPECT_EQ(finding("x-post", 24), "warning");
    EXPECT_EQ(finding("youtube-video", 15), "warning");
}

TEST(CheckVideo, TheSoundCounts) {
    const auto reel = [](auto change) { return codes_after("instagram-reel", change); };
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.audio_codec = "pcm_s16le"; }),
                ElementsAre("sound_codec"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_hz = 96'000; }),
                ElementsAre("sound_rate"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_hz = 44'100; }), IsEmpty());
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_channels = 6; }),
                ElementsAre("sound_channels"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.info.audio_codec.clear(); }),
                ElementsAre("no_sound"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_ends_later_s = -2; }),
                ElementsAre("sound_length"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_ends_later_s = 2; }),
                ElementsAre("sound_length"));
    EXPECT_THAT(reel([](VideoFacts& facts) { facts.sound_ends_later_s = -0.1; }), IsEmpty());
    EXPECT_THAT(codes_after("x-post", [](VideoFacts& facts) { facts.info.audio_codec.clear(); }),
                IsEmpty())
        << "no rule of X asks for sound";
    EXPECT_THAT(codes_after("x-post", [](VideoFacts& facts) { facts.sound_profile = "HE-AACv2"; }),
                ElementsAre("sound_codec"));
    EXPECT_THAT(
        codes_after("instagram-reel", [](VideoFacts& facts) { facts.sound_profile = "HE-AAC"; }),
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

TEST(CheckVideo, TheLengthCounts) {
    const auto with_length = [](std::string_view id, double seconds) {
        return codes_after(id, [&](VideoFacts& facts) {
            facts.info.duration = Time(std::llround(seconds * 1e6));
        });
    };
    EXPECT_THAT(with_length("instagram-story", 61), ElementsAre("too_long"));
    EXPECT_THAT(with_length("instagram-story", 2.9), ElementsAre("too_short"));
    EXPECT_THAT(with_length("facebook-reel", 91), ElementsAre("too_long"));
    EXPECT_THAT(with_length("tiktok-video", 1), IsEmpty());
}

TEST(CheckVideo, AVideoHasNoPlaceAmongPhotos) {
    EXPECT_THAT(
        codes_after("instagram-feed-square",
                    [](VideoFacts& facts) { facts.moov_last = facts.info.has_location = true; }),
        ElementsAre("wrong_kind"));
}

TEST(CheckVideo, TheWorstHasASentenceForEachAndErrorsFirst) {
    for (const auto& one : placements()) {
        if (!takes_videos(one)) continue;
        auto facts = fitting(one);
        facts.info.size = {100, 100};
        facts.info.format = "avi";
        facts.info.video_codec = "h263";
        facts.info.audio_codec = "amr_nb";
        facts.info.hdr = Hdr::pq;
        facts.info.bit_depth = 10;
        facts.info.frame_rate = 5;
        facts.info.rotation_deg = 180;
        facts.info.duration = Time(std::chrono::hours(20));
        facts.info.bytes = 900'000'000'000;
        facts.info.interlaced = facts.info.variable_frame_rate = facts.info.has_location =
            facts.info.has_owner_data = true;
        facts.info.notes = {{"truncated", "It is cut short."}};
        facts.chroma = Chroma::full;
        facts.pixel_aspect = 2;
        facts.has_edit_list = facts.moov_last = facts.has_b_frames = true;
        facts.groups = Groups::open;
        facts.longest_group_s = 60;
        facts.picture_bits_per_second = 1e9;
        facts.sound_hz = 192'000;
        facts.sound_channels = 8;
        facts.sound_ends_later_s = 5;
        facts.extra_tracks = 3;
        const auto findings = check_video(facts, one);
        EXPECT_GE(findings.size(), 15u) << one.id;
        bool warnings = false;
        for (const auto& finding : findings) {
            EXPECT_FALSE(finding.message.empty()) << finding.code;
            EXPECT_FALSE(finding.fix.empty()) << finding.code;
            EXPECT_THAT(finding.message + finding.fix, testing::Not(HasSubstr("{")))
                << finding.code;
            EXPECT_FALSE(warnings && finding.severity == Severity::error)
                << finding.code << " comes after a warning";
            warnings = warnings || finding.severity == Severity::warning;
        }
    }
}

TEST(CheckVideo, TheSentenceSaysHowMuch) {
    EXPECT_THAT(
        after("instagram-reel", [](VideoFacts& facts) { facts.picture_bits_per_second = 31.26e6; })
            .at(0)
            .message,
        testing::AllOf(HasSubstr("31.3"), HasSubstr("25")));
    EXPECT_THAT(after("instagram-reel", [](VideoFacts& facts) { facts.info.frame_rate = 12.5; })
                    .at(0)
                    .message,
                testing::AllOf(HasSubstr("12.5"), HasSubstr("23")));
    EXPECT_THAT(after("instagram-reel", [](VideoFacts& facts) { facts.sound_ends_later_s = -1.5; })
                    .at(0)
                    .message,
                testing::AllOf(HasSubstr("1.5 s"), HasSubstr("before")));
    EXPECT_THAT(
        after("instagram-reel", [](VideoFacts& facts) { facts.info.video_codec = "prores"; })
            .at(0)
            .message,
        testing::AllOf(HasSubstr("Instagram, Reel"), HasSubstr("ProRes")));
    EXPECT_THAT(after("facebook-reel", [](VideoFacts& facts) { facts.longest_group_s = 24.48; })
                    .at(0)
                    .message,
                testing::AllOf(HasSubstr("24.5 s"), HasSubstr("5 s")));
}

}  // namespace
