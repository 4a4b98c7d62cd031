// A video that fits its placement is copied; any other is encoded to fit.
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
#include <numeric>
#include <span>
#include <string>
#include <vector>

namespace {

using namespace mediaedit;

/// 1080 x 1920 at 30 per second, as a reel.
test::FilmOptions reel() {
    test::FilmOptions options;
    options.width = 1080;
    options.height = 1920;
    options.frames = 75;
    options.moving_detail = 0;  // otherwise over a reel's bit rate
    return options;
}

class PrepareVideo : public testing::Test {
protected:
    test::TemporaryFolder folder;

    Report prepared(const test::FilmOptions& options, const Recipe& recipe = {},
                    const char* placement = "instagram-reel", const char* name = "film.mp4") {
        test::make_film(folder / name, options);
        const auto target = find_placement(placement);
        const auto reports =
            prepare(folder / name, recipe, {&*target, 1}, folder / "out", {IfExists::replace});
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
        EXPECT_TRUE(findings && std::ranges::all_of(*findings,
                                                    [](const Finding& finding) {
                                                        return finding.code == "no_sound" ||
                                                               finding.code == "too_short";
                                                    }))
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

/// Sixty-six seconds, small and quick to make.
test::FilmOptions long_film() {
    test::FilmOptions options;
    options.width = 256;
    options.height = 192;
    options.frames = 66 * 10;
    options.tick = 1;
    options.ticks_a_second = 10;
    options.moving_detail = 0;
    return options;
}

TEST_F(PrepareVideo, WhatIsTooLongIsRefusedBeforeTheWork) {
    test::make_film(folder / "long.mp4", long_film());
    const std::vector<Placement> targets{*find_placement("whatsapp-status"),
                                         *find_placement("threads-post")};
    std::filesystem::create_directory(folder / "out");
    double last_fraction = 0;
    Control control;
    control.on_progress = [&](const Progress& progress) { last_fraction = progress.fraction; };
    const auto refused =
        prepare(folder / "long.mp4", {}, std::span(targets).first(1), folder / "out", {}, control);
    ASSERT_FALSE(refused.front());
    EXPECT_EQ(refused.front().error().code, ErrorCode::too_long);
    EXPECT_THAT(refused.front().error().message, testing::HasSubstr("60"));
    EXPECT_TRUE(std::filesystem::is_empty(folder / "out"));
    Recipe part;
    part.keep = {{std::chrono::seconds(2), std::chrono::seconds(4)},
                 {std::chrono::seconds(60), {}}};
    EXPECT_TRUE(
        prepare(folder / "long.mp4", part, std::span(targets).first(1), folder / "out").front());
}

TEST_F(PrepareVideo, WhatIsTooLongIsSplitIntoPartsThatLoseNothing) {
    test::make_film(folder / "long.mp4", long_film());
    auto target = *find_placement("whatsapp-status");
    target.size = {256, 192};  // wide enough for the numbers
    target.max_duration_s = 25;
    target.frame_rates = {10};
    PrepareOptions options;
    options.too_long = TooLong::split;
    const auto results = prepare(folder / "long.mp4", {}, {&target, 1}, folder / "out", options);
    ASSERT_TRUE(results.front()) << results.front().error().message
                                 << results.front().error().detail;
    std::vector<Report> parts{*results.front()};
    for (const auto& part : results.front()->further_parts) parts.push_back(part);
    ASSERT_EQ(parts.size(), 3u);
    std::vector<int> numbers;
    for (std::size_t i = 0; i < parts.size(); ++i) {
        EXPECT_EQ(parts[i].file.filename(),
                  "long--whatsapp-status-" + std::to_string(i + 1) + ".mp4");
        EXPECT_LE(probe(parts[i].file)->duration.value(), std::chrono::seconds(25));
        for (const auto number : test::numbers_of(test::read_film(parts[i].file)))
            numbers.push_back(number);
    }
    std::vector<int> all(660);
    std::iota(all.begin(), all.end(), 0);
    EXPECT_EQ(numbers, all);
}
