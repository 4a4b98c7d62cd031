// What is visible where: turned, cropped and fitted pictures, recognised by their colours.
#include "picture/draw/render.hpp"

#include "support/made_pictures.hpp"

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

/// The colours near the four corners (a tenth inside), in reading order.
std::string corners(const cv::Mat& picture) {
    const int left = picture.cols / 10, right = picture.cols - 1 - left, top = picture.rows / 10,
              bottom = picture.rows - 1 - top;
    return test::color_name(picture, left, top) + " " + test::color_name(picture, right, top) +
           " " + test::color_name(picture, left, bottom) + " " +
           test::color_name(picture, right, bottom);
}

cv::Mat rendered(const Recipe& recipe, const cv::Mat& source, double decoded_scale = 1) {
    MediaInfo info;
    info.size = {source.cols, source.rows};
    const auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    cv::Mat decoded = source;
    if (decoded_scale != 1)
        cv::resize(source, decoded, {}, decoded_scale, decoded_scale, cv::INTER_AREA);
    return render(render_turned(decoded, *plan), *plan).pixels;
}

TEST(Render, TurnsClockwise) {
    const auto source = test::four_corners(400, 200);
    Recipe recipe;
    EXPECT_EQ(corners(rendered(recipe, source)), "red green blue white");
    recipe.turn = Turn::right;
    EXPECT_EQ(corners(rendered(recipe, source)), "blue red white green");
    EXPECT_EQ(rendered(recipe, source).size(), cv::Size(200, 400));
    recipe.turn = Turn::half;
    EXPECT_EQ(corners(rendered(recipe, source)), "white blue green red");
    recipe.turn = Turn::left;
    EXPECT_EQ(corners(rendered(recipe, source)), "green white red blue");
}

TEST(Render, MirrorsAfterTheTurn) {
    const auto source = test::four_corners(400, 200);
    Recipe recipe;
    recipe.mirror = true;
    EXPECT_EQ(corners(rendered(recipe, source)), "green red white blue");
    recipe.turn = Turn::right;
    EXPECT_EQ(corners(rendered(recipe, source)), "red blue green white");
    recipe.turn = Turn::left;
    EXPECT_EQ(corners(rendered(recipe, source)), "white green blue red");
}

TEST(Render, CropShowsJustThatPart) {
    Recipe recipe;
    recipe.crop = Area{0, 0, 0.5, 0.5};
    EXPECT_EQ(corners(rendered(recipe, test::four_corners(400, 200))), "red red red red");
    recipe.crop = Area{0.25, 0.25, 0.5, 0.5};
    EXPECT_EQ(corners(rendered(recipe, test::four_corners(400, 200))), "red green blue white");
}

TEST(Render, TheSameFromASmallerDecoding) {
    Recipe recipe;
    recipe.crop = Area{0.25, 0.1, 0.6, 0.8};
    recipe.canvas = Canvas{{120, 150}, Fit::cover};
    recipe.focus = Point{0.4, 0.5};
    const auto source = test::place_ramp(800, 600);
    const auto whole = rendered(recipe, source), half = rendered(recipe, source, 0.5);
    ASSERT_EQ(whole.size(), half.size());
    EXPECT_LT(cv::norm(whole, half, cv::NORM_INF), 4);
}

TEST(Render, ContainPutsTheColourAround) {
    Recipe recipe;
    recipe.canvas = Canvas{{200, 400}, Fit::contain, {255, 255, 0, 255}};
    const auto picture = rendered(recipe, test::four_corners(400, 200));
    EXPECT_EQ(picture.size(), cv::Size(200, 400));
    EXPECT_EQ(test::color_name(picture, 100, 140), "yellow");
    EXPECT_EQ(test::color_name(picture, 50, 160), "red");
    EXPECT_EQ(test::color_name(picture, 150, 240), "white");
    EXPECT_EQ(test::color_name(picture, 100, 260), "yellow");
}

TEST(Render, BlurShowsThePictureBehindItself) {
    Recipe recipe;
    recipe.canvas = Canvas{{200, 400}, Fit::blur};
    cv::Mat source(200, 400, CV_8UC3, cv::Scalar(200, 30, 30));
    const auto picture = rendered(recipe, source);
    const auto behind = picture.at<cv::Vec3b>(20, 100), shown = picture.at<cv::Vec3b>(200, 100);
    EXPECT_GT(behind[0], 2 * behind[1]);
    EXPECT_NEAR(shown[0], 200, 2);
}

TEST(Render, StretchShowsAll) {
    Recipe recipe;
    recipe.canvas = Canvas{{100, 300}, Fit::stretch};
    EXPECT_EQ(corners(rendered(recipe, test::four_corners(400, 200))), "red green blue white");
}

TEST(Render, HidesBeforeTheCropAndLeavesTheSourceAlone) {
    Recipe recipe;
    recipe.hidden = {{{0, 0, 0.5, 0.5}, HideWith::solid, {}}};
    recipe.crop = Area{0, 0, 0.5, 1};
    const auto source = test::four_corners(400, 200);
    const auto picture = rendered(recipe, source);
    EXPECT_NE(test::color_name(picture, 50, 30), "red");
    EXPECT_EQ(test::color_name(picture, 100, 170), "blue");
    EXPECT_EQ(test::color_name(source, 50, 30), "red");
}

TEST(Render, StraightenTurnsClockwiseAndCutsTheCorners) {
    // A dark line from the left edge's middle to the right edge's: turned clockwise its right end
    // goes down.
    cv::Mat source(300, 600, CV_8UC3, cv::Scalar(255, 255, 255));
    cv::line(source, {0, 150}, {599, 150}, cv::Scalar(0, 0, 0), 5);
    Recipe recipe;
    recipe.straighten_deg = 10;
    const auto picture = rendered(recipe, source);
    const auto dark_row = [&](int x) {
        int best = 0;
        for (int y = 0; y < picture.rows; ++y)
            if (picture.at<cv::Vec3b>(y, x)[0] < picture.at<cv::Vec3b>(best, x)[0]) best = y;
        return best;
    };
    EXPECT_LT(dark_row(20), picture.rows / 2 - 10);
    EXPECT_GT(dark_row(picture.cols - 20), picture.rows / 2 + 10);
    for (const auto& [x, y] : {std::pair{0, 0},
                               {picture.cols - 1, 0},
                               {0, picture.rows - 1},
                               {picture.cols - 1, picture.rows - 1}})
        EXPECT_EQ(test::color_name(picture, x, y), "white");
}

TEST(ScalePlan, APreviewShowsTheSameParts) {
    MediaInfo info;
    info.size = {4000, 3000};
    Recipe recipe;
    recipe.canvas = Canvas{{1080, 1920}, Fit::contain};
    recipe.overlays = {TextOverlay{"Halo"}};
    const auto plan = make_plan(recipe, info);
    ASSERT_TRUE(plan);
    const auto small = scale_plan(*plan, 0.25);
    EXPECT_EQ(small.result, (PixelSize{270, 480}));
    EXPECT_EQ(small.crop, plan->crop);
    EXPECT_NEAR(small.placed.y, plan->placed.y * 0.25, 1);
    EXPECT_NEAR(small.overlays[0].size_px, plan->overlays[0].size_px * 0.25, 1);
}

}  // namespace
