// prepare: one photo for many placements.
#include "placement/prepare/prepared_name.hpp"
#include "plan/kept_duration.hpp"
#include "plan/split_parts.hpp"
#include "unit/placement/prepare/prepare_samples.hpp"

#include <mediaedit/check.hpp>
#include <mediaedit/prepare.hpp>

#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <cstdint>
#include <fstream>
#include <optional>
#include <random>

namespace {

using namespace mediaedit;
using namespace mediaedit::test;

TEST(PreparedName, IsStemAndPlacement) {
    using internal::prepared_name;
    EXPECT_EQ(prepared_name("in/kerja bakti.heic", "x-post", MediaKind::photo),
              "kerja bakti--x-post.jpg");
    EXPECT_EQ(prepared_name("a.b.JPG", "instagram-story", MediaKind::photo),
              "a.b--instagram-story.jpg");
    EXPECT_EQ(prepared_name("film.mov", "instagram-reel", MediaKind::video),
              "film--instagram-reel.mp4");
    EXPECT_EQ(prepared_name("tanpa titik", "x-post", MediaKind::photo), "tanpa titik--x-post.jpg");
    EXPECT_EQ(prepared_name("desa 🌾.png", "x-post", MediaKind::photo), "desa 🌾--x-post.jpg");
}

/// Random lengths and limits: the parts are the kept ranges, in order, and none is too long.
TEST(SplitParts, LoseNothingAndAreWithinTheLimit) {
    std::mt19937 random(7);
    const auto below = [&](std::int64_t most) {
        return Time(1 + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(most)));
    };
    for (int round = 0; round < 500; ++round) {
        MediaInfo info;
        info.duration = below(7'200'000'000) + std::chrono::seconds(70);
        const double most_s = 3 + static_cast<double>(random() % 600) / 10;
        std::vector<TimeRange> keep;
        Time at{0};
        for (int i = 0; i < static_cast<int>(random() % 4); ++i) {
            const auto start = at + below(5'000'000), end = start + below(60'000'000);
            keep.push_back({start, end});
            at = end;
        }
        const auto parts = internal::split_parts(keep, info, most_s, [&](Time moment) {
            return std::optional(moment - below(20'000'000));
        });
        std::vector<TimeRange> joined;
        for (const auto& part : parts) {
            EXPECT_FALSE(internal::is_too_long(internal::kept_duration(part, info), most_s));
            for (auto range : part) {
                range.end = std::min(range.end.value_or(*info.duration), *info.duration);
                if (!joined.empty() && *joined.back().end == range.start)
                    joined.back().end = range.end;
                else joined.push_back(range);
            }
        }
        std::vector<TimeRange> all;
        for (auto range : keep.empty() ? std::vector<TimeRange>{{}} : keep) {
            range.end = std::min(range.end.value_or(*info.duration), *info.duration);
            if (range.start < *range.end) all.push_back(range);
        }
        if (all.empty()) continue;
        EXPECT_EQ(joined, all) << round;
    }
}

TEST(RecipeFor, TakesThePlacementsFrame) {
    const auto story = placement("instagram-story");
    const auto recipe = recipe_for(story, {});
    ASSERT_TRUE(recipe.canvas);
    EXPECT_EQ(recipe.canvas->size, story.size);
    EXPECT_EQ(recipe.canvas->safe_area, story.safe_area);
    EXPECT_EQ(recipe.canvas->fit, Fit::cover);
}

TEST(RecipeFor, KeepsHowTheRecipeFillsAShape) {
    Recipe recipe;
    recipe.canvas = Canvas{{500, 500}, Fit::contain, {1, 2, 3, 255}, {}};
    const auto wanted = recipe_for(placement("x-post"), recipe);
    EXPECT_EQ(wanted.canvas->size, placement("x-post").size);
    EXPECT_EQ(wanted.canvas->fit, Fit::contain);
    EXPECT_EQ(wanted.canvas->background, (Color{1, 2, 3, 255}));
}

TEST(RecipeFor, AppliesItsOwnOverridesOnly) {
    Recipe recipe;
    recipe.crop = Area{0, 0, 0.5, 0.5};
    recipe.overlays = {TextOverlay{.text = "semua"}};
    recipe.placements["x-post"] = {Area{0.5, 0.5, 0.5, 0.5}, Point{0.1, 0.2}, Fit::blur,
                                   Color{9, 9, 9, 255}, std::vector<Overlay>{}};
    const auto post = recipe_for(placement("x-post"), recipe);
    EXPECT_EQ(post.crop, (Area{0.5, 0.5, 0.5, 0.5}));
    EXPECT_EQ(post.focus, (Point{0.1, 0.2}));
    EXPECT_EQ(post.canvas->fit, Fit::blur);
    EXPECT_EQ(post.canvas->background, (Color{9, 9, 9, 255}));
    EXPECT_TRUE(post.overlays.empty());
    EXPECT_TRUE(post.placements.empty());
    const auto story = recipe_for(placement("instagram-story"), recipe);
    EXPECT_EQ(story.crop, recipe.crop);
    EXPECT_EQ(story.overlays, recipe.overlays);
    EXPECT_TRUE(story.placements.empty());
}

class Prepare : public testing::Test {
protected:
    test::TemporaryFolder folder;
    std::filesystem::path photo = folder / "kerja bakti.jpg";
    void SetUp() override { test::write_phone_jpeg(photo, windows(2400, 3200)); }
};

TEST_F(Prepare, EveryPhotoPlacementPassesItsOwnCheck) {
    std::vector<Placement> targets;
    for (const auto& one : placements())
        if (std::count(one.kinds.begin(), one.kinds.end(), MediaKind::photo) > 0)
            targets.push_back(one);
    const auto results = prepare(photo, {}, targets, folder / "new" / "folder");
    ASSERT_EQ(results.size(), targets.size());
    for (std::size_t i = 0; i < targets.size(); ++i) {
        ASSERT_TRUE(results[i]) << targets[i].id << ": " << results[i].error().message;
        EXPECT_EQ(results[i]->file.filename(), "kerja bakti--" + targets[i].id + ".jpg");
        EXPECT_EQ(results[i]->size, targets[i].size);
        const auto findings = check(results[i]->file, targets[i]);
        ASSERT_TRUE(findings);
        for (const auto& finding : *findings)
            ADD_FAILURE() << targets[i].id << ": " << finding.code << ": " << finding.message;
    }
}

TEST_F(Prepare, AVideoPlacementIsRefusedAlone) {
    const std::vector<Placement> targets{placement("x-post"), placement("instagram-reel"),
                                         placement("x-square")};
    const auto results = prepare(photo, {}, targets, folder / "out");
    ASSERT_EQ(results.size(), 3u);
    EXPECT_TRUE(results[0]);
    ASSERT_FALSE(results[1]);
    EXPECT_EQ(results[1].error().code, ErrorCode::bad_argument);
    EXPECT_EQ(results[1].error().where, "instagram-reel");
    EXPECT_THAT(results[1].error().message, testing::HasSubstr("Instagram, Reel"));
    ASSERT_TRUE(results[2]);
    EXPECT_EQ(results[2]->size, placement("x-square").size);
}

TEST_F(Prepare, EqualJobsAreMadeOnceAndGiveTwoFiles) {
    const std::vector<Placement> targets{placement("x-square"), placement("facebook-feed-square"),
                                         placement("x-post")};
    const auto results = prepare(photo, {}, targets, folder / "out");
    ASSERT_TRUE(results[0] && results[1] && results[2]);
    const auto copies = std::ranges::count_if(results, [](const Result<Report>& one) {
        return std::ranges::count(one->notes, "made_once", &Note::code) > 0;
    });
    EXPECT_EQ(copies, 1);
    EXPECT_EQ(results[0]->bytes, results[1]->bytes);
    EXPECT_EQ(std::filesystem::hard_link_count(results[0]->file), 1u);
    EXPECT_EQ(results[1]->bytes, std::filesystem::file_size(results[1]->file));
}

TEST_F(Prepare, WhatNoFormatOrLimitAllowsIsRefusedBeforeTheWork) {
    Recipe wide, large;
    wide.canvas = Canvas{{16'384, 64}, Fit::cover, {}, {}};
    large.canvas = Canvas{{8192, 8192}, Fit::cover, {}, {}};
    double last_fraction = 0;
    Control control;
    control.limits.max_memory_bytes = 64 << 20;
    control.on_progress = [&](const Progress& progress) { last_fraction = progress.fraction; };
    const std::vector<Job> jobs{{wide, {folder / "wide.webp"}},
                                {large, {folder / "large.jpg"}},
                                {large, {folder / "large.avif"}}};
    for (const auto& result : export_many(photo, jobs, control)) {
        ASSERT_FALSE(result);
        EXPECT_EQ(result.error().code, ErrorCode::too_large);
    }
    EXPECT_EQ(last_fraction, 0);
    EXPECT_EQ(folder.entries(), 1);
}

TEST_F(Prepare, ProgressOfOnePhotoComesInSmallSteps) {
    double last = 0, widest = 0;
    Control control;
    control.threads = 1;
    control.on_progress = [&](const Progress& progress) {
        widest = std::max(widest, progress.fraction - last);
        last = progress.fraction;
    };
    const std::vector<Placement> targets{placement("x-square"), placement("x-post"),
                                         placement("instagram-story")};
    EXPECT_TRUE(prepare(photo, {}, targets, folder / "out", {}, control)[0]);
    EXPECT_EQ(last, 1);
    EXPECT_LT(widest, 0.15);
}

TEST_F(Prepare, ThreadsWithoutNumberAreBounded) {
    Control control;
    control.threads = 1'000'000;
    const std::vector<Placement> targets{placement("x-post")};
    EXPECT_TRUE(prepare(photo, {}, targets, folder / "out", {}, control)[0]);
}

TEST_F(Prepare, TheSmallerLimitOfBytesCounts) {
    const std::vector<Placement> targets{placement("youtube-thumbnail")};
    const auto results = prepare(photo, {}, targets, folder / "out", {.max_bytes = 60'000});
    ASSERT_TRUE(results[0]) << results[0].error().message;
    EXPECT_LE(results[0]->bytes, 60'000u);
}

TEST_F(Prepare, WhatCannotBeReadFailsEveryTarget) {
    const std::vector<Placement> targets{placement("x-post"), placement("x-square")};
    const auto results = prepare(folder / "none.jpg", {}, targets, folder / "out");
    ASSERT_EQ(results.size(), 2u);
    for (const auto& result : results) EXPECT_EQ(result.error().code, ErrorCode::not_found);
    EXPECT_FALSE(std::filesystem::exists(folder / "out"));
}

TEST_F(Prepare, AFolderThatCannotBeMadeIsNamed) {
    std::ofstream(folder / "file") << "x";
    const std::vector<Placement> targets{placement("x-post")};
    const auto results = prepare(photo, {}, targets, folder / "file" / "below");
    ASSERT_FALSE(results[0]);
    EXPECT_EQ(results[0].error().code, ErrorCode::cannot_write);
}

TEST_F(Prepare, OverridesForAnUnknownPlacementAreReported) {
    Recipe recipe;
    recipe.placements["x-pots"].focus = Point{0.1, 0.1};
    recipe.placements["x-square"].focus = Point{0.1, 0.1};
    const std::vector<Placement> targets{placement("x-post")};
    const auto results = prepare(photo, recipe, targets, folder / "out");
    ASSERT_TRUE(results[0]);
    ASSERT_EQ(results[0]->notes.size(), 1u);
    EXPECT_EQ(results[0]->notes[0].code, "placement_unknown");
    EXPECT_THAT(results[0]->notes[0].message, testing::HasSubstr("x-pots"));
}

TEST_F(Prepare, NothingAskedForIsNothingMade) {
    EXPECT_TRUE(prepare(photo, {}, {}, folder / "out").empty());
}

}  // namespace
