// make_plan: fractions become the right whole pixels.
#include <mediaedit/plan.hpp>

#include "plan/changed_parts.hpp"
#include "plan/geometry.hpp"
#include "plan/hide_path.hpp"

#include <gtest/gtest.h>

#include <cmath>

namespace mediaedit {
// Printed by failing tests.
void PrintTo(const PixelRect& rect, std::ostream* out) {
    *out << rect.x << "," << rect.y << " " << rect.width << "x" << rect.height;
}
void PrintTo(const PixelSize& size, std::ostream* out) { *out << size.width << "x" << size.height; }
}  // namespace mediaedit

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

MediaInfo photo(int width, int height) {
    MediaInfo info;
    info.size = {width, height};
    return info;
}

Plan plan_for(const Recipe& recipe, const MediaInfo& info) {
    auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    return *plan;
}

TEST(MakePlan, AnEmptyRecipeChangesNothing) {
    const auto plan = plan_for({}, photo(4000, 3000));
    EXPECT_EQ(plan.result, (PixelSize{4000, 3000}));
    EXPECT_EQ(plan.crop, (PixelRect{0, 0, 4000, 3000}));
    EXPECT_EQ(plan.placed, (PixelRect{0, 0, 4000, 3000}));
    EXPECT_EQ(plan.scale, 1);
}

TEST(MakePlan, CoverFillsTheCanvasAroundTheFocus) {
    Recipe recipe;
    recipe.canvas = Canvas{{1080, 1350}, Fit::cover};
    EXPECT_EQ(plan_for(recipe, photo(4000, 3000)).crop, (PixelRect{800, 0, 2400, 3000}));
    recipe.focus = Point{0, 0.5};
    EXPECT_EQ(plan_for(recipe, photo(4000, 3000)).crop, (PixelRect{0, 0, 2400, 3000}));
    recipe.focus = Point{1, 1};
    EXPECT_EQ(plan_for(recipe, photo(4000, 3000)).crop, (PixelRect{1600, 0, 2400, 3000}));
    EXPECT_EQ(plan_for(recipe, photo(4000, 3000)).placed, (PixelRect{0, 0, 1080, 1350}));
}

TEST(MakePlan, CoverStaysInsideTheCrop) {
    Recipe recipe;
    recipe.crop = Area{0.5, 0, 0.5, 1};
    recipe.canvas = Canvas{{1000, 1000}, Fit::cover};
    recipe.focus = Point{0, 0};
    EXPECT_EQ(plan_for(recipe, photo(4000, 3000)).crop, (PixelRect{2000, 0, 2000, 2000}));
}

TEST(MakePlan, ContainShowsAllInTheMiddle) {
    Recipe recipe;
    recipe.canvas = Canvas{{1080, 1920}, Fit::contain};
    const auto plan = plan_for(recipe, photo(4000, 3000));
    EXPECT_EQ(plan.crop, (PixelRect{0, 0, 4000, 3000}));
    EXPECT_EQ(plan.placed, (PixelRect{0, 555, 1080, 810}));
    EXPECT_NEAR(plan.scale, 0.27, 1e-9);
}

TEST(MakePlan, APictureAreaHoldsThePicture) {
    Recipe recipe;
    recipe.canvas =
        Canvas{.size = {1080, 1350}, .fit = Fit::cover, .picture_area = Area{0, 0, 1, 0.6}};
    auto plan = plan_for(recipe, photo(4000, 3000));
    EXPECT_EQ(plan.result, (PixelSize{1080, 1350}));
    EXPECT_EQ(plan.frame, (PixelRect{0, 0, 1080, 810}));
    EXPECT_EQ(plan.placed, plan.frame);
    EXPECT_EQ(plan.crop, (PixelRect{0, 0, 4000, 3000}));
    recipe.canvas->picture_area = Area{0.5, 0.5, 0.5, 0.5};
    recipe.canvas->fit = Fit::contain;
    plan = plan_for(recipe, photo(4000, 3000));
    EXPECT_EQ(plan.frame, (PixelRect{540, 675, 540, 675}));
    EXPECT_EQ(plan.placed, (PixelRect{540, 675 + 135, 540, 405}));
}

TEST(MakePlan, AnAreaOfItsOwnTakesAnOverlayOutOfTheSafeArea) {
    Recipe recipe;
    recipe.canvas = Canvas{.size = {1000, 2000}, .safe_area = {0.2, 0.2, 0.2, 0.2}};
    recipe.overlays = {
        TextOverlay{.text = "a", .size = 0.08, .area = Area{0, 0.9, 1, 0.1}, .min_size = 0.06},
        PictureOverlay{.file = "b", .area = Area{0, 0, 0.5, 0.5}, .radius = 0.02},
        PanelOverlay{.area = {0, 0.5, 0.251, 0.5}, .radius = 0.05}, TextOverlay{.text = "a"}};
    const auto plan = plan_for(recipe, photo(100, 100));
    EXPECT_EQ(plan.overlays[0].within, (PixelRect{0, 1800, 1000, 200}));
    EXPECT_NEAR(plan.overlays[0].smallest_share, 0.75, 1e-12);
    EXPECT_NEAR(plan.overlays[0].max_width_em, 1000 / 80.0, 1e-9);
    EXPECT_EQ(plan.overlays[1].within, (PixelRect{0, 0, 500, 1000}));
    EXPECT_EQ(plan.overlays[1].radius_px, 20);
    EXPECT_EQ(plan.overlays[2].within, (PixelRect{0, 1000, 251, 1000}));
    EXPECT_EQ(plan.overlays[2].radius_px, 50);
    EXPECT_EQ(plan.overlays[3].within, (PixelRect{200, 400, 600, 1200}));
    EXPECT_EQ(plan.overlays[3].smallest_share, 0.6);
}

TEST(ChangedParts, APictureAreaChangesAllOfAVideo) {
    MediaInfo info;
    info.kind = MediaKind::video;
    info.size = {640, 360};
    Recipe recipe;
    recipe.canvas = Canvas{.size = {640, 360}};
    EXPECT_TRUE(changes_only_parts(recipe, info));
    recipe.canvas->picture_area = Area{};
    EXPECT_TRUE(changes_only_parts(recipe, info));
    recipe.canvas->picture_area = Area{0, 0, 1, 0.5};
    EXPECT_FALSE(changes_only_parts(recipe, info));
    recipe.canvas.reset();
    recipe.overlays = {PanelOverlay{.when = TimeRange{Time(0), Time(1'000'000)}}};
    EXPECT_TRUE(changes_only_parts(recipe, info));
}

TEST(MakePlan, TurnComesBeforeTheCrop) {
    Recipe recipe;
    recipe.turn = Turn::right;
    recipe.crop = Area{0, 0, 1, 0.25};
    const auto plan = plan_for(recipe, photo(4000, 3000));
    EXPECT_EQ(plan.turned, (PixelSize{3000, 4000}));
    EXPECT_EQ(plan.crop, (PixelRect{0, 0, 3000, 1000}));
    EXPECT_EQ(plan.result, (PixelSize{3000, 1000}));
}

TEST(MakePlan, HiddenAreasCoverEveryPixelTheyTouch) {
    Recipe recipe;
    recipe.hidden = {{{0.101, 0.101, 0.1, 0.1}, HideWith::blur, {}}};
    EXPECT_EQ(plan_for(recipe, photo(100, 100)).hidden[0].area, (PixelRect{10, 10, 11, 11}));
}

TEST(MakePlan, NoAreaIsEverEmpty) {
    Recipe recipe;
    recipe.crop = Area{0.999, 0.999, 0.001, 0.001};
    recipe.canvas = Canvas{{1, 1000}, Fit::cover};
    const auto plan = plan_for(recipe, photo(1, 1));
    EXPECT_EQ(plan.crop, (PixelRect{0, 0, 1, 1}));
    recipe.canvas = Canvas{{16384, 1}, Fit::contain};
    EXPECT_GE(plan_for(recipe, photo(1, 5000)).placed.width, 1);
}

TEST(MakePlan, RefusesWhatARecipeMayNotSay) {
    Recipe recipe;
    recipe.straighten_deg = std::nan("");
    const auto plan = make_plan(recipe, photo(10, 10));
    ASSERT_FALSE(plan);
    EXPECT_EQ(plan.error().where, "straighten_deg");
}

TEST(Geometry, AStraightenedPictureHasNoEmptyCorner) {
    for (const double degrees : {0.5, 3.0, 10.0, -20.0, 45.0})
        for (const PixelSize size :
             {PixelSize{4000, 3000}, PixelSize{3000, 4000}, PixelSize{500, 500}}) {
            const auto kept = straightened_size(size, degrees);
            const double angle = degrees * M_PI / 180;
            for (const double sx : {-0.5, 0.5})
                for (const double sy : {-0.5, 0.5}) {
                    const double x = sx * kept.width, y = sy * kept.height;
                    EXPECT_LE(std::abs(x * std::cos(angle) + y * std::sin(angle)),
                              size.width / 2.0 + 0.01);
                    EXPECT_LE(std::abs(-x * std::sin(angle) + y * std::cos(angle)),
                              size.height / 2.0 + 0.01);
                }
            EXPECT_NEAR(static_cast<double>(kept.width) / kept.height,
                        static_cast<double>(size.width) / size.height, 0.01);
        }
}

TEST(MakePlan, AMovingAreaIsWholePixelsAtEachPointAndBetween) {
    Recipe recipe;
    recipe.hidden.push_back(
        {{},
         HideWith::blur,
         {},
         {{Time(1'000'000), {0.1, 0.25, 0.1, 0.25}}, {Time(2'000'000), {0.5, 0.5, 0.25, 0.25}}}});
    const auto hidden = plan_for(recipe, photo(1000, 500)).hidden.at(0);
    ASSERT_EQ(hidden.path.size(), 2U);
    EXPECT_EQ(area_at(hidden, Time(0)), (PixelRect{100, 125, 100, 125}))
        << "before the first point";
    EXPECT_EQ(area_at(hidden, Time(1'000'000)), (PixelRect{100, 125, 100, 125}));
    EXPECT_EQ(area_at(hidden, Time(1'250'000)), (PixelRect{200, 156, 138, 126}))
        << "every pixel that it touches";
    EXPECT_EQ(area_at(hidden, Time(2'000'000)), (PixelRect{500, 250, 250, 125}));
    EXPECT_EQ(area_at(hidden, Time(9'000'000)), (PixelRect{500, 250, 250, 125}))
        << "after the last";
}

}  // namespace
