// A video that already fits its placement is copied; one that does not is made to fit.
#include "support/made_film.hpp"
#include "support/made_pictures.hpp"
#include "support/phone_photos.hpp"
#include "support/report_notes.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/prepare.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace {

using namespace mediaedit;

/// 1080 x 1920 at 30 a second, as a reel is.
test::FilmWish reel() {
    test::FilmWish wish;
    wish.width = 1080;
    wish.height = 1920;
    wish.frames = 75;
    wish.moving_detail = 0;  // else more bits than a reel may have
    return wish;
}

class PrepareVideo : public testing::Test {
protected:
    test::TemporaryFolder folder;

    Report prepared(const test::FilmWish& wish, const Recipe& recipe = {}, const char* placement = "instagram-reel", const char* name = "film.mp4") {
        test::make_film(folder / name, wish);
        const auto target = find_placement(placement);
        const auto reports = prepare(folder / name, recipe, {&*target, 1}, folder / "out", {IfExists::replace});
        if (!reports.front()) {
            ADD_FAILURE() << reports.front().error().message;
            return {};
        }
        const auto fit = pictures_fit(folder / name, {&*target, 1});
        const auto info = probe(folder / name);
        EXPECT_TRUE(fit && info);
        const bool said = fit && info && fit->front() && keeps_pictures(*info, *target, recipe);
        EXPECT_EQ(said, reports.front()->mode != Mode::encoded) << "what was said before";
        const auto findings = check(reports.front()->file, *target);
        EXPECT_TRUE(findings && std::ranges::all_of(*findings, [](const Finding& finding) { return finding.code == "no_sound" || finding.code == "too_short"; }))
            << (findings && !findings->empty() ? findings->front().message : "");
        return *reports.front();
    }
};

}  // namespace

TEST_F(PrepareVideo, WhatFitsIsCopiedAndSaidSo) {
    const auto report = prepared(reel());
    EXPECT_EQ(report.mode, Mode::copied);
    EXPECT_EQ(report.frames_copied, 75);
    EXPECT_TRUE(test::has_note(report.notes, "already_fits"));
    EXPECT_EQ(test::picture_hashes(report.file), test::picture_hashes(folder / "film.mp4"));
}

TEST_F(PrepareVideo, AnotherContainerIsNoReasonToEncode) {
    const auto report = prepared(reel(), {}, "instagram-reel", "film.mkv");
    EXPECT_EQ(report.mode, Mode::copied);
}

TEST_F(PrepareVideo, ATitleForAWhileLeavesTheRestAsItIs) {
    Recipe recipe;
    TextOverlay title;
    title.text = "Kerja bakti";
    title.when = TimeRange{std::chrono::seconds(0), std::chrono::milliseconds(900)};
    recipe.overlays.emplace_back(title);
    const auto report = prepared(reel(), recipe);
    EXPECT_EQ(report.mode, Mode::partly_copied);
    EXPECT_FALSE(test::has_note(report.notes, "already_fits"));
}

TEST_F(PrepareVideo, WhatPhonesCannotShowIsEncodedThoughItsSizeFits) {
    auto deep = reel();
    deep.pixels = "yuv420p10le";
    EXPECT_EQ(prepared(deep).mode, Mode::encoded);
    auto turned = reel();
    std::swap(turned.width, turned.height);
    turned.turn_deg = 90;
    EXPECT_EQ(prepared(turned).mode, Mode::encoded);
}

TEST_F(PrepareVideo, OnePartOfWhatFitsIsCopied) {
    Recipe recipe;
    recipe.keep = {{std::chrono::milliseconds(500), std::chrono::milliseconds(2000)}};
    EXPECT_NE(prepared(reel(), recipe).mode, Mode::encoded);
}

TEST_F(PrepareVideo, APhotoHasNoPicturesThatCouldBeCopied) {
    test::write_phone_jpeg(folder / "photo.jpg", test::place_ramp(64, 48));
    const auto fit = pictures_fit(folder / "photo.jpg", placements());
    ASSERT_TRUE(fit);
    EXPECT_THAT(*fit, testing::Each(false));
}

TEST_F(PrepareVideo, AnotherSizeIsEncoded) {
    auto small = reel();
    small.width = 540;
    small.height = 960;
    EXPECT_EQ(prepared(small).mode, Mode::encoded);
}
