// The length of files that are shorter than their header says or do not begin at 0; and times in
// our results that every reader accepts.
#include "support/flashes_and_clicks.hpp"
#include "support/made_audio.hpp"
#include "support/made_film.hpp"
#include "support/mp4_walker.hpp"
#include "support/odd_films.hpp"
#include "support/plain_film.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include "video/handles.hpp"

#include <mediaedit/export_media.hpp>

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <ostream>
#include <random>

namespace {

using namespace mediaedit;
namespace fs = std::filesystem;

double seconds(Time time) { return std::chrono::duration<double>(time).count(); }

struct CutFilm {
    const char* file;
    const char* encoder;
    friend void PrintTo(const CutFilm& film, std::ostream* out) { *out << film.file; }
};

class CutFilms : public testing::TestWithParam<CutFilm> {};

TEST_P(CutFilms, ArePartlyThereAndReportedAsSuch) {
    const test::TemporaryFolder folder;
    const auto source = folder / GetParam().file;
    test::FilmOptions options;
    options.encoder = GetParam().encoder;
    options.options = options.encoder == "libx264" ? "" : "b=3000000";
    options.frames = 150;
    options.width = 192;
    options.height = 64;
    test::make_film(source, options);
    const auto whole = probe(source);
    ASSERT_TRUE(whole);
    EXPECT_FALSE(test::has_note(whole->notes, "truncated"));
    EXPECT_NEAR(seconds(*whole->duration), 5, 0.1);
    test::cut_off(source, 0.65);
    const auto info = probe(source);
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(test::has_note(info->notes, "truncated"));
    Recipe recipe;
    recipe.canvas = Canvas{{192, 64}, Fit::contain, {}, {}};
    const auto made = export_media(source, recipe, {folder / "made.mp4"});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_TRUE(test::has_note(made->notes, "truncated"));
    const auto there = test::read_film(made->file);
    EXPECT_GT(there.size(), 50U);
    EXPECT_LT(there.size(), 140U);
    EXPECT_NEAR(seconds(*info->duration), static_cast<double>(there.size()) / 30, 0.1);
    EXPECT_NEAR(seconds(*made->duration), static_cast<double>(there.size()) / 30, 0.1);
}

INSTANTIATE_TEST_SUITE_P(All, CutFilms,
                         testing::Values(CutFilm{"film.mkv", "libx264"},
                                         CutFilm{"film.webm", "libvpx"},
                                         CutFilm{"film.ts", "libx264"},
                                         CutFilm{"film.avi", "mpeg4"}, CutFilm{"film.flv", "flv"},
                                         CutFilm{"film.wmv", "wmv2"}),
                         [](const testing::TestParamInfo<CutFilm>& one) {
                             return fs::path(one.param.file).extension().string().substr(1);
                         });

TEST(ContainerTimes, ATruncatedFragmentedFilmIsReportedAsSuch) {
    if (!test::can_make_films()) GTEST_SKIP() << "no libx264";
    const test::TemporaryFolder folder;
    test::PlainFilm options;
    options.fragmented = true;
    options.frames = 300;
    test::write_film(folder / "film.mp4", options);
    test::cut_off(folder / "film.mp4", 0.65);
    const auto info = probe(folder / "film.mp4");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(test::has_note(info->notes, "truncated"));
    EXPECT_LT(seconds(*info->duration), 9);
    EXPECT_GT(seconds(*info->duration), 3);
}

/// Like a live stream that was joined late.
TEST(ContainerTimes, AFilmInFragmentsIsAsLongAsItsPicturesWhereverItsClockBegins) {
    for (const int b_frames : {0, 2}) {
        const test::TemporaryFolder folder;
        test::FilmOptions options;
        options.frames = 214;
        options.b_frames = b_frames;
        options.first_tick = 300;
        options.container_options =
            "movflags=frag_keyframe+empty_moov+default_base_moof:use_editlist=0";
        test::make_film(folder / "film.mp4", options);
        const auto info = probe(folder / "film.mp4");
        ASSERT_TRUE(info) << info.error().message;
        EXPECT_NEAR(seconds(*info->duration), 214 / 30.0, 0.01);
        EXPECT_EQ(info->frames, 214);
        EXPECT_TRUE(info->notes.empty());
    }
}

/// The last third is portrait, as in a call whose phone was turned.
TEST(ContainerTimes, PicturesOfAnotherShapeAreFittedNotSquashed) {
    const test::TemporaryFolder folder;
    test::FilmOptions options;
    options.encoder = "libvpx";
    options.options = "b=2000000";
    options.frames = 30;
    const auto lying = folder / "lying.webm", upright = folder / "upright.webm",
               source = folder / "film.webm";
    test::make_film(lying, options);
    options.width = 240;
    options.height = 320;
    test::make_film(upright, options);
    test::append_pictures(lying, upright, source);
    for (const auto& canvas :
         {std::optional<Canvas>(), std::optional(Canvas{{640, 480}, Fit::contain, {}, {}})}) {
        Recipe recipe;
        recipe.canvas = canvas;
        if (!canvas) recipe.adjust.warmth = 0.1;
        const auto made = export_media(source, recipe, {folder / "made.mp4", IfExists::replace});
        ASSERT_TRUE(made) << made.error().message << made.error().detail;
        const double scale = canvas ? 2 : 1;
        const auto frames = test::read_film(made->file, scale);
        ASSERT_EQ(frames.size(), 60U);
        for (int i = 0; i < 30; ++i) EXPECT_EQ(frames[static_cast<std::size_t>(i)].number, i);
        // 320 lines became 240: three quarters of 240 columns are 180, in the middle of 320.
        const auto fitted = test::read_film(made->file, scale * 0.75, scale * 68);
        for (int i = 30; i < 60; ++i) EXPECT_EQ(fitted[static_cast<std::size_t>(i)].number, i - 30);
        const auto beside = test::codes_at(made->file, 0.1, 0.5);
        EXPECT_GT(beside[10][0], 40);
        for (std::size_t i = 30; i < 60; ++i) EXPECT_LT(beside[i][0], 20) << i;
    }
}

/// A flash and a click at each whole second, as in both parts.
TEST(ContainerTimes, WhereAClockJumpsTheSoundStaysWithItsPictures) {
    if (!test::can_make_films()) GTEST_SKIP() << "no libx264";
    const test::TemporaryFolder folder;
    test::FilmMake make;
    make.picture_codec = test::PictureCodec::h264;
    make.picture_seconds = make.audio_seconds = 3;
    make.width = make.height = 96;
    make.channels = 1;
    make.light = [](double moment) {
        return moment - std::floor(moment + 1e-6) < 0.03 && moment > 0.5 ? 220 : 40;
    };
    for (const double later : {0.0, 4000.0}) {
        const std::vector<fs::path> parts{folder / "one.ts", folder / "two.ts"};
        test::make_film(parts[0], make);
        auto second = make;
        second.picture_start = later;
        test::make_film(parts[1], second);
        test::join(parts, folder / "film.ts");
        Recipe recipe;
        recipe.canvas = Canvas{{96, 96}, Fit::contain, {}, {}};
        const auto made =
            export_media(folder / "film.ts", recipe, {folder / "made.mp4", IfExists::replace});
        ASSERT_TRUE(made) << made.error().message << made.error().detail;
        EXPECT_NEAR(seconds(*made->duration), 6, 0.05);
        const auto seen = test::watch_and_hear(made->file);
        const std::vector<double> expected{1, 2, 4, 5};
        ASSERT_EQ(seen.flashes.size(), expected.size());
        ASSERT_GE(seen.clicks.size(), expected.size());
        for (std::size_t i = 0; i < expected.size(); ++i) {
            EXPECT_NEAR(seen.flashes[i], expected[i], 0.03);
            const auto nearest = std::ranges::min(
                seen.clicks, {}, [&](double click) { return std::abs(click - seen.flashes[i]); });
            EXPECT_NEAR(nearest, seen.flashes[i], 0.03);
        }
    }
}

/// By the file's tables, read without FFmpeg; and by FFmpeg, which drops implausible times.
void expect_good_times(const fs::path& file, std::size_t pictures) {
    const test::Mp4Walker walker(file);
    const auto moments = walker.moments(0);
    ASSERT_EQ(moments.size(), pictures);
    EXPECT_FALSE(walker.has_edit_list());
    std::int64_t first_shown = INT64_MAX, end = 0;
    for (const auto& moment : moments) {
        EXPECT_GE(moment.shown, moment.decoded);
        EXPECT_GT(moment.length, 0);
        first_shown = std::min(first_shown, moment.shown);
        end = moment.decoded + moment.length;
    }
    EXPECT_EQ(first_shown, 0);
    EXPECT_EQ(walker.track_duration(0), static_cast<std::uint64_t>(end));
    EXPECT_NEAR(static_cast<double>(end) / walker.ticks_a_second(0),
                static_cast<double>(pictures) / 30, 0.002);

    AVFormatContext* context = internal::quiet_format_context();
    ASSERT_GE(avformat_open_input(&context, ("file:" + file.string()).c_str(), nullptr, nullptr),
              0);
    const internal::Input input(context);
    const auto packet = internal::new_packet();
    std::int64_t last = INT64_MIN;
    while (av_read_frame(context, packet.get()) >= 0) {
        if (packet->stream_index == 0) {
            ASSERT_NE(packet->dts, AV_NOPTS_VALUE);
            EXPECT_GE(packet->pts, packet->dts);
            EXPECT_GT(packet->dts, last);
            last = packet->dts;
        }
        av_packet_unref(packet.get());
    }
}

TEST(ContainerTimes, AnyCutHasTimesThatEveryReaderTakes) {
    const test::TemporaryFolder folder;
    std::mt19937 chance(12);
    for (const int b_frames : {1, 3, 7}) {
        test::FilmOptions options;
        options.b_frames = b_frames;
        options.options = b_frames > 3 ? "b-pyramid=normal" : "";
        options.group = 20;
        options.width = 192;
        options.height = 64;
        options.frames = 80;
        test::make_film(folder / "film.mp4", options);
        for (int i = 0; i < 8; ++i) {
            int from = std::uniform_int_distribution(0, 79)(chance),
                behind = std::uniform_int_distribution(0, 80)(chance);
            if (from > behind) std::swap(from, behind);
            if (from == behind) continue;
            SCOPED_TRACE(testing::Message()
                         << b_frames << " B-frames, " << from << " to " << behind);
            Recipe recipe;
            const auto at = [](int n) { return Time((n * 1'000'000LL + 15) / 30); };
            recipe.keep = {{at(from), at(behind)}};
            if (i % 4 == 3) recipe.canvas = Canvas{{192, 64}, Fit::contain, {}, {}};
            Output output{folder / "cut.mp4", IfExists::replace};
            output.may_copy = i % 4 != 3;
            const auto made = export_media(folder / "film.mp4", recipe, output);
            ASSERT_TRUE(made) << made.error().message << made.error().detail;
            expect_good_times(made->file, static_cast<std::size_t>(behind - from));
        }
    }
}

}  // namespace
