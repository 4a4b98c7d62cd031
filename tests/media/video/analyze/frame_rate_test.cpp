// The reported frame rate of a file.
#include "support/made_audio.hpp"
#include "support/made_film.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit;

TEST(FrameRate, AGapAtTheBeginningChangesNothingWhereTicksAreAsLongAsPictures) {
    const test::TemporaryFolder folder;
    test::FilmOptions options;
    options.encoder = "mpeg4";
    options.frames = 90;
    for (int i = 0; i < options.frames; ++i) options.times.push_back(i == 0 ? 0 : i + 2);
    test::make_film(folder / "film.avi", options);
    const auto info = probe(folder / "film.avi");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_NEAR(info->frame_rate, 30, 0.01);
    EXPECT_FALSE(info->variable_frame_rate);
}

TEST(FrameRate, TwoRatesInOneFileAreVariable) {
    const test::TemporaryFolder folder;
    test::FilmOptions options;
    options.encoder = "mpeg4";
    options.frames = 90;
    for (int i = 0; i < options.frames; ++i) options.times.push_back(i < 45 ? i : 2 * i - 45);
    test::make_film(folder / "film.avi", options);
    const auto info = probe(folder / "film.avi");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(info->variable_frame_rate);
}

TEST(FrameRate, AHoleFarFromTheBeginningIsSeenInEveryContainer) {
    const test::TemporaryFolder folder;
    test::FilmOptions even, uneven;
    even.width = uneven.width = 64;
    even.height = uneven.height = 48;
    even.moving_detail = uneven.moving_detail = 0;
    even.frames = uneven.frames = 400;
    for (int i = 0; i < uneven.frames; ++i) uneven.times.push_back(i < 350 ? i : i + 17);
    for (const std::string name : {"film.mp4", "film.mkv", "film.ts", "film.flv"})
        for (const auto* options : {&even, &uneven}) {
            test::make_film(folder / name, *options);
            const auto info = probe(folder / name);
            ASSERT_TRUE(info) << info.error().message;
            EXPECT_EQ(info->variable_frame_rate, options == &uneven) << name;
            EXPECT_NEAR(info->frame_rate, 30, 0.01) << name;
            EXPECT_EQ(info->frames, 400) << name;
        }
}

/// Pictures out of order at uneven times: the decoding times end long before the presentation
/// times.
TEST(FrameRate, StillsAtTheEndCountAsLongAsTheyAreShown) {
    const test::TemporaryFolder folder;
    test::FilmOptions options;
    options.width = 64;
    options.height = 48;
    options.moving_detail = 0;
    options.frames = 33;
    options.b_frames = 2;
    options.group = 60;
    for (int i = 0; i < options.frames; ++i) options.times.push_back(i < 30 ? i : 60 * (i - 29));
    test::make_film(folder / "film.mp4", options);
    const auto info = probe(folder / "film.mp4");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_NEAR(static_cast<double>(info->duration->count()), 6.033e6, 0.07e6);
    EXPECT_TRUE(info->variable_frame_rate);
    const auto made =
        export_media(folder / "film.mp4", Recipe{.turn = Turn::half}, {folder / "made.mp4"});
    ASSERT_TRUE(made) << made.error().message;
    EXPECT_NEAR(static_cast<double>(made->duration->count()),
                static_cast<double>(info->duration->count()), 1000);
}

TEST(FrameRate, FragmentsWithPicturesOutOfOrderKeepTheirLastFrame) {
    const test::TemporaryFolder folder;
    for (const auto* way :
         {"movflags=frag_keyframe+empty_moov",
          "movflags=frag_keyframe+empty_moov+default_base_moof:frag_duration=500000"}) {
        test::FilmOptions options;
        options.frames = 120;
        options.b_frames = 2;
        options.container_options = way;
        test::make_film(folder / "film.mp4", options);
        const auto info = probe(folder / "film.mp4");
        ASSERT_TRUE(info) << info.error().message;
        EXPECT_NEAR(static_cast<double>(info->duration->count()), 4e6, 2000) << way;
        Recipe recipe;
        recipe.keep = {{Time(0), {}}};
        const auto made =
            export_media(folder / "film.mp4", recipe, {folder / "made.mp4", IfExists::replace});
        ASSERT_TRUE(made) << made.error().message;
        EXPECT_NEAR(static_cast<double>(made->duration->count()), 4e6, 2000) << way;
        EXPECT_EQ(test::read_film(made->file).size(), 120U) << way;
    }
}

TEST(FrameRate, ALastPictureHeldForTheSoundIsAHole) {
    const test::TemporaryFolder folder;
    for (const auto* name : {"film.mp4", "film.mkv"})
        for (const double more : {0.1, 3.0}) {
            test::FilmMake make;
            make.picture_seconds = 4;
            make.audio_seconds = 4 + more;
            test::make_film(folder / name, make);
            const auto info = probe(folder / name);
            ASSERT_TRUE(info) << info.error().message;
            EXPECT_EQ(info->variable_frame_rate, more > 1) << name;
            EXPECT_NEAR(static_cast<double>(info->duration->count()) / 1e6, more > 1 ? 7 : 4, 0.15)
                << name;
        }
}

TEST(FrameRate, SoundBeforeThePicturesIsReported) {
    const test::TemporaryFolder folder;
    for (const double before : {0.0, 0.1, 1.5}) {
        test::FilmMake make;
        make.codec = test::AudioCodec::pcm;
        make.picture_seconds = 3;
        make.picture_start = 2;
        make.audio_start = -before;
        make.audio_seconds = 3 + before;
        test::make_film(folder / "film.mkv", make);
        const auto info = probe(folder / "film.mkv");
        ASSERT_TRUE(info) << info.error().message;
        EXPECT_EQ(test::has_note(info->notes, "sound_before_pictures"), before > 1) << before;
    }
}

}  // namespace
