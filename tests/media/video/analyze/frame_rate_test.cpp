// The rate that a file's pictures are told to have.
#include "support/made_film.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/media_info.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit;

TEST(FrameRate, AGapAtTheBeginningChangesNothingWhereTicksAreAsLongAsPictures) {
    const test::TemporaryFolder folder;
    test::FilmWish wish;
    wish.encoder = "mpeg4";
    wish.frames = 90;
    for (int i = 0; i < wish.frames; ++i) wish.times.push_back(i == 0 ? 0 : i + 2);
    test::make_film(folder / "film.avi", wish);
    const auto info = probe(folder / "film.avi");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_NEAR(info->frame_rate, 30, 0.01);
    EXPECT_FALSE(info->variable_frame_rate);
}

TEST(FrameRate, TwoRatesInOneFileAreVariable) {
    const test::TemporaryFolder folder;
    test::FilmWish wish;
    wish.encoder = "mpeg4";
    wish.frames = 90;
    for (int i = 0; i < wish.frames; ++i) wish.times.push_back(i < 45 ? i : 2 * i - 45);
    test::make_film(folder / "film.avi", wish);
    const auto info = probe(folder / "film.avi");
    ASSERT_TRUE(info) << info.error().message;
    EXPECT_TRUE(info->variable_frame_rate);
}

TEST(FrameRate, AHoleFarFromTheBeginningIsSeenInEveryContainer) {
    const test::TemporaryFolder folder;
    test::FilmWish even, uneven;
    even.width = uneven.width = 64;
    even.height = uneven.height = 48;
    even.moving_detail = uneven.moving_detail = 0;
    even.frames = uneven.frames = 400;
    for (int i = 0; i < uneven.frames; ++i) uneven.times.push_back(i < 350 ? i : i + 17);
    for (const std::string name : {"film.mp4", "film.mkv", "film.ts", "film.flv"})
        for (const auto* wish : {&even, &uneven}) {
            test::make_film(folder / name, *wish);
            const auto info = probe(folder / name);
            ASSERT_TRUE(info) << info.error().message;
            EXPECT_EQ(info->variable_frame_rate, wish == &uneven) << name;
            EXPECT_NEAR(info->frame_rate, 30, 0.01) << name;
            EXPECT_EQ(info->frames, 400) << name;
        }
}

}  // namespace
