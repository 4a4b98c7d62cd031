// Encoded results: why, how large, several in one pass, and what is refused.
#include "av/av_parts.hpp"
#include "media/video/export/render_fixture.hpp"

#include "support/made_film.hpp"
#include "support/mp4_walker.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/subjects.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

TEST_F(RenderVideo, WhatCannotBeCopiedIsEncodedAndTheReportSaysWhy) {
    struct Kind {
        const char* encoder;
        const char* name;
    };
    for (const auto& [encoder, name] : {Kind{"libx265", "a.mp4"},
                                        {"mpeg4", "b.avi"},
                                        {"mpeg4", "c.mp4"},
                                        {"mjpeg", "d.mov"},
                                        {"libvpx", "e.webm"},
                                        {"mpeg2video", "f.ts"},
                                        {"libx264", "g.ts"},
                                        {"libx264", "h.flv"}}) {
        SCOPED_TRACE(testing::Message() << encoder << ' ' << name);
        test::FilmOptions options;
        options.encoder = encoder;
        if (std::string(encoder) == "mjpeg") options.pixels = "yuvj420p";
        Recipe recipe;
        recipe.keep = {{Time(500'000), Time(2'000'000)}};
        const auto source = film(options, name);
        const auto report = make(source, recipe);
        if (report.file.empty()) continue;
        std::vector<int> expected;
        for (const auto& frame : test::read_film(source))
            if (frame.time_us >= 500'000 && frame.time_us < 2'000'000)
                expected.push_back(frame.number);
        EXPECT_EQ(test::numbers_of(test::read_film(report.file)), expected);
        EXPECT_EQ(report.mode, Mode::encoded);
        EXPECT_TRUE(std::ranges::any_of(
            report.notes, [](const Note& note) { return note.code.starts_with("encoded_"); }));
    }
}

TEST_F(RenderVideo, SeveralResultsOfOnePass) {
    Recipe small;
    small.canvas = Canvas{{160, 120}, Fit::stretch, {}, {}};
    const std::vector<Job> jobs{{doubled(), {folder / "large.mp4"}},
                                {small, {folder / "small.mp4"}},
                                {small, {folder / "nowhere" / "x.mp4"}}};
    const auto reports = export_many(film(), jobs);
    ASSERT_EQ(reports.size(), 3u);
    ASSERT_TRUE(reports[0]);
    ASSERT_TRUE(reports[1]);
    EXPECT_EQ(test::numbers_of(test::read_film(reports[0]->file, 2)), from_to(0, 120));
    EXPECT_EQ(test::numbers_of(test::read_film(reports[1]->file, 0.5)), from_to(0, 120));
    EXPECT_EQ(reports[2].error().code, ErrorCode::cannot_write);
}

TEST_F(RenderVideo, ASizeLimitIsHitFromBelow) {
    const auto source = std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/sky.mp4";
    Recipe recipe;
    recipe.canvas = Canvas{{270, 480}, Fit::cover, {}, {}};
    for (const std::uintmax_t limit : {150'000u}) {
        const auto report = export_media(
            source, recipe, {folder / "made.mp4", IfExists::replace, Quality::best, limit});
        ASSERT_TRUE(report) << report.error().message;
        EXPECT_LE(report->bytes, limit);
        EXPECT_GE(report->bytes, limit * 95 / 100);
        EXPECT_EQ(report->bytes, std::filesystem::file_size(report->file));
        EXPECT_TRUE(test::has_note(report->notes, "quality_lowered"));
    }
    const auto refused = export_media(
        source, recipe, {folder / "none.mp4", IfExists::replace, Quality::best, 5'000});
    ASSERT_FALSE(refused);
    EXPECT_EQ(refused.error().code, ErrorCode::bad_argument);
    EXPECT_EQ(folder.entries(), 1);
}

TEST_F(RenderVideo, FacesAreHiddenWhileTheyAreSeen) {
    const auto source =
        std::filesystem::path(MEDIAEDIT_SHARED_MEDIA) / "videos/people-sign-language-walk.mkv";
    if (!std::filesystem::exists(source)) GTEST_SKIP() << "no shared media";
    Recipe recipe;
    recipe.hide_faces = HideWith::solid;
    const auto report = make(source, recipe);
    int seen = 0;
    for (const auto moment : {Time(0), Time(600'000), Time(1'300'000), Time(2'900'000)}) {
        const auto before =
                       export_frame(source, moment, {folder / "before.png", IfExists::replace}),
                   after =
                       export_frame(report.file, moment, {folder / "after.png", IfExists::replace});
        ASSERT_TRUE(before);
        ASSERT_TRUE(after);
        seen += !find_subjects(before->file)->faces.empty();
        EXPECT_TRUE(find_subjects(after->file)->faces.empty()) << moment.count();
    }
    EXPECT_GE(seen, 2);
}

/// Encoding for an edit without a placement is visually lossless: at 40 dB errors are a code or
/// two. Small films without tags are BT.601, and stay so.
TEST_F(RenderVideo, AnEditThatMustEncodeLosesNothing) {
    const std::string hd = ":colorspace=bt709:color_primaries=bt709:color_trc=bt709",
                      sd = ":colorspace=smpte170m:color_primaries=smpte170m:color_trc=smpte170m";
    test::FilmOptions open, webm;
    open.width = 640;
    open.height = 360;
    open.open_groups = true;
    open.b_frames = 2;
    open.frames = 60;
    webm.encoder = "libvpx-vp9";
    webm.width = 320;
    webm.height = 240;
    webm.frames = 30;
    const auto made = [&](test::FilmOptions made_with, const std::string& name,
                          const std::string& options, const std::string& pixels = "yuv420p") {
        made_with.options = options;
        made_with.pixels = pixels;
        return film(made_with, name);
    };
    const std::string webm_options = "crf=30:b=0:deadline=realtime:cpu-used=8";
    Recipe part;
    part.keep = {{at(7), at(28)}};
    for (const auto& source :
         {made(open, "hd.mp4", "crf=22" + hd), made(open, "sd.ts", "crf=22" + sd),
          made(open, "bare.mp4", "crf=22"), made(open, "full.mp4", "crf=22", "yuvj420p"),
          made(webm, "hd.webm", webm_options + hd), made(webm, "bare.webm", webm_options)}) {
        const auto report = make(source, part);
        EXPECT_EQ(report.mode, Mode::encoded) << source;
        EXPECT_GT(test::worst_psnr(source, report.file), 40) << source;
        const auto before = internal::av_parts().inspect_video(source, {}),
                   after = internal::av_parts().inspect_video(report.file, {});
        EXPECT_EQ(after.has_color_tags, before.has_color_tags) << source;
        EXPECT_EQ(after.full_range, before.full_range) << source;
    }
}

TEST_F(RenderVideo, OnlyAPlacementBoundsTheBits) {
    test::FilmOptions options;
    options.width = 640;
    options.height = 360;
    options.frames = 45;
    const auto source = film(options);
    Recipe turned;
    turned.turn = Turn::half;
    const auto free = export_media(source, turned, {folder / "free.mp4"});
    Output output{folder / "bound.mp4"};
    output.max_bits_per_second = 1'000'000;
    const auto bound = export_media(source, turned, output);
    ASSERT_TRUE(free && bound);
    EXPECT_GT(free->bytes, 2 * bound->bytes);
    EXPECT_LT(bound->bytes, 1'000'000u / 8 * 3);
}

TEST_F(RenderVideo, ALongSourceLeavesNoRoomInAShortResult) {
    test::FilmOptions options;
    options.frames = 9'000;
    options.moving_detail = 0;
    options.width = 64;
    options.height = 48;
    options.group = 15;
    Recipe part;
    part.keep = {{at(100), at(400)}};
    const auto report = make(film(options), part);
    EXPECT_NE(report.mode, Mode::encoded);
    const test::Mp4Walker boxes(report.file);
    EXPECT_TRUE(boxes.moov_is_first());
    std::size_t empty = 0;
    for (const auto& box : boxes.boxes())
        if (box.path.starts_with("free")) empty += box.length;
    EXPECT_LT(empty * 100, report.bytes);
    EXPECT_EQ(test::read_film(report.file).size(), 300u);
}

TEST_F(RenderVideo, EqualJobsAreEncodedOnceAndGiveTwoFiles) {
    Recipe other = doubled();
    other.canvas->safe_area = {0.1, 0.1, 0.1, 0.1};
    const std::vector<Job> jobs{
        {doubled(), {folder / "nowhere" / "x.mp4"}},
        {doubled(), {folder / "a.mp4"}},
        {other, {folder / "b.mp4"}},
        {doubled(), {folder / "small.mp4", IfExists::refuse, Quality::best, 150'000}}};
    const auto reports = export_many(film(), jobs);
    EXPECT_FALSE(reports[0]);
    ASSERT_TRUE(reports[1] && reports[2] && reports[3]);
    EXPECT_FALSE(test::has_note(reports[1]->notes, "made_once"));
    EXPECT_TRUE(test::has_note(reports[2]->notes, "made_once"));
    EXPECT_EQ(reports[2]->frames_encoded, 120);
    EXPECT_EQ(test::picture_hashes(reports[1]->file), test::picture_hashes(reports[2]->file));
    EXPECT_EQ(std::filesystem::hard_link_count(reports[1]->file), 1u);
    EXPECT_LE(reports[3]->bytes, 150'000u);
    EXPECT_EQ(test::numbers_of(test::read_film(reports[3]->file, 2)).size(), 120u);
}

TEST_F(RenderVideo, ACopyOfRarePixelsSaysSo) {
    test::FilmOptions options;
    options.pixels = "yuv444p";
    Recipe part;
    part.keep = {{at(30), at(70)}};
    const auto rare = make(film(options), part);
    EXPECT_NE(rare.mode, Mode::encoded);
    EXPECT_TRUE(test::has_note(rare.notes, "rare_pixels"));
    EXPECT_FALSE(test::has_note(make(film({}, "plain.mp4"), part).notes, "rare_pixels"));
}

TEST_F(RenderVideo, AResultOverTheLimitsIsRefusedAtOnce) {
    Recipe huge;
    huge.canvas = Canvas{{8192, 8192}, Fit::cover, {}, {}};
    Control control;
    control.limits.max_memory_bytes = 64 << 20;
    const auto report = export_media(film(), huge, {folder / "huge.mp4"}, control);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::too_large);
}

TEST_F(RenderVideo, StoppedItLeavesNothing) {
    std::stop_source stop;
    Control control;
    control.stop = stop.get_token();
    double last = 0;
    control.on_progress = [&](const Progress& progress) {
        EXPECT_GE(progress.fraction, last);
        last = progress.fraction;
        if (progress.fraction > 0.3) stop.request_stop();
    };
    const auto source = film();
    const auto report = export_media(source, doubled(), {folder / "made.mp4"}, control);
    ASSERT_FALSE(report);
    EXPECT_EQ(report.error().code, ErrorCode::cancelled);
    EXPECT_EQ(folder.entries(), 1);
}

}  // namespace
