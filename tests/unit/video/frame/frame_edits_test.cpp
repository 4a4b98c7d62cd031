// Light, colour, overlays and hidden areas of a frame are those of a photo.
#include "unit/video/frame/rendered_frames.hpp"
#include "video/frame/frame_renderer.hpp"

#include "overlay/overlay_art.hpp"
#include "picture/color/adjust.hpp"
#include "picture/draw/render.hpp"
#include "picture/geometry/orientation.hpp"
#include "support/made_frames.hpp"
#include "support/made_pictures.hpp"
#include "video/frame/yuv_picture.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/time.hpp>

#include <gtest/gtest.h>

#include <opencv2/imgproc.hpp>

#include <vector>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using std::chrono_literals::operator""s;

TEST(FrameRenderer, LightAndColourAreThePhotos) {
    const auto picture = soft_picture(640, 360);
    const auto frame = test::frame_of(picture);
    for (const Adjust& options : {Adjust{0.5, 0, 0, 0}, Adjust{-0.5, 0, 0, 0}, Adjust{0, 0.6, 0, 0},
                                  Adjust{0, -0.6, 0, 0}, Adjust{0, 0, 0.7, 0}, Adjust{0, 0, -1, 0},
                                  Adjust{0, 0, 0, 0.8}, Adjust{0.3, 0.2, 0.2, -0.5}}) {
        Recipe recipe;
        recipe.adjust = options;
        const auto made = rendered(recipe, *frame), photo = as_photo(recipe, picture);
        EXPECT_LT(mean_difference(made, photo), 2) << options.light << " " << options.contrast
                                                   << " " << options.color << " " << options.warmth;
        EXPECT_LT(largest_difference(made, photo), 24)
            << options.light << " " << options.contrast << " " << options.color << " "
            << options.warmth;
    }
}

TEST(FrameRenderer, GreysAreAdjustedAsThePhotos) {
    cv::Mat ramp(64, 512, CV_8UC3);
    for (int x = 0; x < ramp.cols; ++x) ramp.col(x).setTo(cv::Scalar::all(x / 2));
    Recipe recipe;
    recipe.adjust = {0.4, 0.3, -0.2, 0.6};
    EXPECT_LT(largest_difference(rendered(recipe, *test::frame_of(ramp)), as_photo(recipe, ramp)),
              6);
}

TEST(FrameRenderer, AnAutomaticFixIsMeasuredOnceAndReported) {
    // All greys, far too dark.
    cv::Mat dark(360, 640, CV_8UC3);
    for (int x = 0; x < dark.cols; ++x) dark.col(x).setTo(cv::Scalar::all(8 + x / 8));
    ASSERT_GT(measure_automatic(dark).light, 0.1);
    Recipe recipe;
    recipe.adjust.automatic = true;
    FrameRenderer renderer(plan_for(recipe, {640, 360}), {}, {}, 1);
    EXPECT_TRUE(renderer.adjust().automatic);
    const auto first = seen(*renderer.render(*test::frame_of(dark), Time(0)));
    const auto settled = renderer.adjust();
    EXPECT_FALSE(settled.automatic);
    EXPECT_NEAR(settled.light, measure_automatic(dark).light, 0.05);
    EXPECT_GT(cv::mean(first)[1], cv::mean(dark)[1] + 2);
    renderer.render(*test::frame_of(soft_picture(640, 360)), Time(0));
    EXPECT_EQ(renderer.adjust(), settled);
}

TEST(FrameRenderer, OverlaysLieWhereAPhotoHasThem) {
    const auto picture = soft_picture(640, 360);
    Recipe recipe;
    recipe.canvas = Canvas{{360, 640}, Fit::cover};
    TextOverlay title{"Gotong royong\nMinggu pagi"};
    title.size = 0.09;
    title.anchor = Anchor::bottom_left;
    QrOverlay code{"https://desa.example/gotong-royong"};
    code.anchor = Anchor::top_right;
    code.size = 0.3;
    recipe.overlays = {title, code};
    const auto made = rendered(recipe, *test::frame_of(picture)), photo = as_photo(recipe, picture);
    EXPECT_LT(mean_difference(made, photo), 2);
    // Luma is as sharp as in a photo.
    cv::Mat grey_made, grey_photo;
    cv::cvtColor(made, grey_made, cv::COLOR_RGB2GRAY);
    cv::cvtColor(photo, grey_photo, cv::COLOR_RGB2GRAY);
    cv::Mat differs;
    cv::absdiff(grey_made, grey_photo, differs);
    EXPECT_LT(cv::countNonZero(differs > 24), static_cast<int>(differs.total()) / 200);
}

TEST(FrameRenderer, OverlaysOutsideAndAtOddPlaces) {
    const cv::Mat grey(100, 100, CV_8UC3, cv::Scalar(128, 128, 128));
    const auto frame = test::frame_of(grey);
    cv::Mat red(31, 31, CV_8UC4, cv::Scalar(255, 0, 0, 255));
    const std::vector<OverlayLayer> layers{{0, {red, -15, -15}, 1, {}},
                                           {1, {red, 41, 33}, 1, {}},
                                           {2, {red, 90, 90}, 0.5, {}},
                                           {3, {red, 300, 300}, 1, {}}};
    FrameRenderer renderer(plan_for({}, {100, 100}), {}, layers, 1);
    const auto made = seen(*renderer.render(*frame, Time(0)));
    EXPECT_EQ(test::color_name(made, 5, 5), "red");
    EXPECT_EQ(test::color_name(made, 20, 5), "grey");
    EXPECT_EQ(test::color_name(made, 44, 36), "red");
    EXPECT_EQ(test::color_name(made, 70, 62), "red");
    EXPECT_EQ(test::color_name(made, 38, 36), "grey");
    EXPECT_EQ(test::color_name(made, 75, 62), "grey");
    EXPECT_NEAR(made.at<cv::Vec3b>(96, 96)[0], 192, 6);
    EXPECT_NEAR(made.at<cv::Vec3b>(96, 96)[1], 64, 6);
}

TEST(FrameRenderer, OverlaysAndHiddenAreasComeAndGo) {
    const auto frame = test::frame_of(test::four_corners(320, 180));
    QrOverlay code{"halo"};
    code.anchor = Anchor::top_left;
    code.size = 0.4;
    code.when = TimeRange{1s, 2s};
    Recipe recipe;
    recipe.overlays = {code};
    recipe.hidden = {{{0.5, 0.5, 0.5, 0.5}, HideWith::solid, TimeRange{3s, {}}}};
    const auto at = [&](Time time) {
        const auto made = rendered(recipe, *frame, Orientation::upright, {}, time);
        return test::color_name(made, 14, 14) + " " + test::color_name(made, 260, 150);
    };
    EXPECT_EQ(at(Time(0)), "red white");
    EXPECT_EQ(at(Time(999999)), "red white");
    EXPECT_EQ(at(1s), "white white");
    EXPECT_EQ(at(Time(1999999)), "white white");
    EXPECT_EQ(at(2s), "red white");
    EXPECT_EQ(at(3s), "red grey");
    EXPECT_EQ(at(100s), "red grey");
}

TEST(FrameRenderer, HiddenAreasLieWhereAPhotoHasThem) {
    const auto picture = soft_picture(640, 360);
    for (const auto with : {HideWith::blur, HideWith::pixels, HideWith::solid}) {
        Recipe recipe;
        recipe.hidden = {{{0.3, 0.3, 0.3, 0.4}, with, {}}};
        recipe.turn = Turn::right;
        recipe.canvas = Canvas{{300, 400}, Fit::cover};
        EXPECT_LT(
            mean_difference(rendered(recipe, *test::frame_of(picture)), as_photo(recipe, picture)),
            4)
            << static_cast<int>(with);
    }
}

TEST(FrameRenderer, ACropLeavesNoMoreOfAHiddenArea) {
    // Fine stripes in a hidden area; a narrow crop shows only a part of it.
    cv::Mat stripes(360, 640, CV_8UC3, cv::Scalar(255, 255, 255));
    for (int x = 0; x < 640; x += 40) stripes.colRange(x, x + 20).setTo(cv::Scalar(0, 0, 0));
    Recipe recipe;
    recipe.hidden = {{{0, 0, 1, 1}, HideWith::pixels, {}}};
    recipe.crop = Area{0.45, 0.4, 0.1, 0.2};
    const auto made = rendered(recipe, *test::frame_of(stripes));
    double least = 0, most = 0;
    cv::Mat grey;
    cv::cvtColor(made, grey, cv::COLOR_RGB2GRAY);
    cv::minMaxLoc(grey, &least, &most);
    EXPECT_LT(most - least, 60);
}

}  // namespace
