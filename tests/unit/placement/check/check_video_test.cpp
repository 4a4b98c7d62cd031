// check of a video: picture, rate, length and sentences.
#include "placement/check/check_video.hpp"
#include "unit/placement/check/checked_videos.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

bool takes_videos(const Placement& placement) {
    for (const auto kind : placement.kinds)
        if (kind == MediaKind::video) return true;
    return false;
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
        facts.audio_hz = 192'000;
        facts.audio_channels = 8;
        facts.audio_ends_later_s = 5;
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
    EXPECT_THAT(after("instagram-reel", [](VideoFacts& facts) { facts.audio_ends_later_s = -1.5; })
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
