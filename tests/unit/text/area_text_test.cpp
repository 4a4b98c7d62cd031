// Texts, photos and panels in areas: texts are aligned with the edge and not smaller than allowed.
#include "overlay/overlay_art.hpp"
#include "plan/overlay_plan.hpp"
#include "support/made_pictures.hpp"
#include "text/contrast.hpp"
#include "text/text_layout.hpp"

#include <mediaedit/plan.hpp>
#include <mediaedit/text.hpp>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

const Canvas canvas{.size = {1000, 1000}};

TextOverlay text_in(const Area& area, std::string words, double size,
                    TextStyle style = TextStyle::plain) {
    TextOverlay text;
    text.text = std::move(words);
    text.anchor = Anchor::top_left;
    text.size = size;
    text.style = style;
    text.area = area;
    return text;
}

cv::Rect ink_of(const TextOverlay& text) {
    const TextLayout layout(text, plan_overlay(text, 0, canvas));
    const auto layer = layout.draw(choose_look(text, {}), canvas.size);
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Rect ink = cv::boundingRect(alpha > 100);
    return {ink.x + layer.x, ink.y + layer.y, ink.width, ink.height};
}

TEST(AreaText, PlainLettersOfEverySizeBeginAtTheSameEdge) {
    for (const double size : {0.03, 0.05, 0.09, 0.14}) {
        EXPECT_NEAR(ink_of(text_in({0.1, 0.1, 0.8, 0.5}, "Bersih desa", size)).x, 100, 1) << size;
        auto right = text_in({0.1, 0.1, 0.8, 0.5}, "Bersih desa", size);
        right.anchor = Anchor::bottom_right;
        const auto ink = ink_of(right);
        EXPECT_NEAR(ink.x + ink.width, 900, 1) << size;
    }
}

TEST(AreaText, ABoxIsFlushWithTheArea) {
    const auto ink = ink_of(text_in({0.1, 0.2, 0.8, 0.5}, "SEBELUM", 0.05, TextStyle::box));
    EXPECT_NEAR(ink.x, 100, 1);
    EXPECT_NEAR(ink.y, 200, 1);
}

TEST(AreaText, BreaksAtTheAreasWidthThenShrinksThenOverflows) {
    const std::string words = "Pembangunan saluran irigasi Dusun Krajan tahap kedua";
    auto text = text_in({0.1, 0.1, 0.5, 0.8}, words, 0.08);
    const auto roomy = measure_text(text, canvas);
    ASSERT_TRUE(roomy) << roomy.error().message;
    EXPECT_GT(roomy->lines, 2);
    EXPECT_FALSE(roomy->overflows);
    EXPECT_LE(roomy->box.width, 500);

    text.area->height = (roomy->box.height - 20) / 1000.0;
    text.min_size = 0.04;
    const auto shrunk = measure_text(text, canvas);
    ASSERT_TRUE(shrunk);
    EXPECT_FALSE(shrunk->overflows);
    EXPECT_LT(shrunk->box.height, roomy->box.height - 19);

    text.min_size = 0.079;
    EXPECT_TRUE(measure_text(text, canvas)->overflows);
    text.min_size = 0.08;
    EXPECT_TRUE(measure_text(text, canvas)->overflows);
}

TEST(AreaText, APreviewBreaksLinesAlike) {
    const auto text = text_in({0.1, 0.1, 0.53, 0.8},
                              "Pembangunan saluran irigasi Dusun Krajan tahap kedua", 0.07);
    Canvas large{.size = {3000, 3000}};
    EXPECT_EQ(measure_text(text, canvas)->lines, measure_text(text, large)->lines);
}

cv::Mat drawn(const Recipe& recipe, const Logos& logos) {
    MediaInfo info;
    info.size = canvas.size;
    const auto plan = make_plan(recipe, info);
    EXPECT_TRUE(plan) << plan.error().message;
    cv::Mat picture(canvas.size.height, canvas.size.width, CV_8UC3, cv::Scalar(0, 0, 0));
    OverlayArt(recipe.overlays, *plan, logos).draw(picture);
    return picture;
}

TEST(AreaPicture, FillsItsAreaAroundTheFocus) {
    Recipe recipe;
    PictureOverlay photo{.file = "a"};
    photo.area = Area{0.5, 0.5, 0.2, 0.4};
    photo.focus = Point{1, 0.5};
    recipe.overlays = {photo};
    const Logos logos{{logo_key(photo), {test::four_corners(600, 400)}}};
    auto picture = drawn(recipe, logos);
    EXPECT_EQ(test::color_name(picture, 510, 510), "green") << "only the right half is seen";
    EXPECT_EQ(test::color_name(picture, 690, 890), "white");
    EXPECT_EQ(picture.at<cv::Vec3b>(505, 495), cv::Vec3b(0, 0, 0));
    EXPECT_EQ(picture.at<cv::Vec3b>(905, 600), cv::Vec3b(0, 0, 0));
    std::get<PictureOverlay>(recipe.overlays[0]).radius = 0.05;
    picture = drawn(recipe, logos);
    EXPECT_EQ(picture.at<cv::Vec3b>(501, 501), cv::Vec3b(0, 0, 0)) << "a round corner";
    EXPECT_EQ(test::color_name(picture, 600, 505), "green");
}

TEST(AreaPicture, WithoutAFocusLooksForOne) {
    Recipe recipe;
    PictureOverlay photo{.file = "a"};
    photo.area = Area{0, 0, 1, 1};
    recipe.overlays = {photo};
    // A subject at the far right of an empty wide picture.
    cv::Mat wide(300, 1200, CV_8UC3, cv::Scalar(120, 120, 120));
    cv::circle(wide, {1050, 150}, 90, cv::Scalar(250, 40, 40), -1);
    EXPECT_GT(cv::countNonZero([&] {
                  cv::Mat red;
                  cv::inRange(drawn(recipe, {{logo_key(photo), {wide}}}), cv::Scalar(200, 0, 0),
                              cv::Scalar(255, 90, 90), red);
                  return red;
              }()),
              100'000);
}

TEST(Panel, IsItsColourInItsArea) {
    Recipe recipe;
    recipe.overlays = {PanelOverlay{.area = {0.1, 0.2, 0.3, 0.4}, .color = {10, 120, 200, 255}}};
    const auto picture = drawn(recipe, {});
    for (const auto& at : {cv::Point(100, 200), cv::Point(399, 599)})
        EXPECT_EQ(picture.at<cv::Vec3b>(at), cv::Vec3b(10, 120, 200));
    for (const auto& at : {cv::Point(99, 200), cv::Point(400, 599), cv::Point(399, 600)})
        EXPECT_EQ(picture.at<cv::Vec3b>(at), cv::Vec3b(0, 0, 0));
}

}  // namespace
