// The frame never shows an edge of the photo, and frames of other shapes show the same middle.
#include "model/framing.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;

const std::vector<PixelSize> pictures{{1600, 1200}, {1200, 1600}, {1000, 1000},
                                      {4000, 300},  {90, 2000},   {1, 1}};
const std::vector<double> shapes{4.0 / 5, 1, 9.0 / 16, 16.0 / 9, 1.91, 0.1, 10};

TEST(FramingTest, NeverShowsAnEdgeAndAlwaysHasTheFramesShape) {
    for (const auto size : pictures)
        for (const double aspect : shapes)
            for (const double zoom : {0.0, 0.5, 1.0, 1.7, 6.0, 100.0})
                for (const double x : {-3.0, 0.0, 0.2, 0.5, 1.0, 7.0})
                    for (const double y : {-3.0, 0.0, 0.9, 1.0, 7.0}) {
                        const auto crop = crop_for({{x, y}, zoom}, size, aspect);
                        EXPECT_GE(crop.x, 0);
                        EXPECT_GE(crop.y, 0);
                        EXPECT_LE(crop.x + crop.width, 1 + 1e-12);
                        EXPECT_LE(crop.y + crop.height, 1 + 1e-12);
                        EXPECT_GT(crop.width, 0);
                        EXPECT_NEAR(crop.width * size.width / (crop.height * size.height), aspect,
                                    aspect * 1e-9);
                    }
}

TEST(FramingTest, WithoutZoomTheFrameShowsAsMuchAsItCan) {
    const auto upright = crop_for({{0.5, 0.5}, 1}, {1600, 1200}, 4.0 / 5);
    EXPECT_DOUBLE_EQ(upright.height, 1);
    EXPECT_DOUBLE_EQ(upright.width, 0.6);
    EXPECT_DOUBLE_EQ(upright.x, 0.2);
    const auto wide = crop_for({{0.5, 0.5}, 1}, {1200, 1600}, 1.91);
    EXPECT_DOUBLE_EQ(wide.width, 1);
    EXPECT_DOUBLE_EQ(wide.x, 0);
}

TEST(FramingTest, ComesBackAsItWasGiven) {
    for (const auto size : pictures)
        for (const double aspect : shapes)
            for (const double zoom : {1.0, 2.5, 6.0}) {
                const auto crop = crop_for({{0.4, 0.6}, zoom}, size, aspect);
                const auto framing =
                    framing_of({.turned = size, .aspect = aspect, .fit = Fit::cover, .crop = crop});
                EXPECT_NEAR(framing.zoom, zoom, 1e-9);
                EXPECT_NEAR(framing.center.x, crop.x + crop.width / 2, 1e-12);
                const auto again = crop_for(framing, size, aspect);
                EXPECT_NEAR(again.x, crop.x, 1e-12);
                EXPECT_NEAR(again.y, crop.y, 1e-12);
                EXPECT_NEAR(again.width, crop.width, 1e-12);
                EXPECT_NEAR(again.height, crop.height, 1e-12);
            }
}

TEST(FramingTest, FramesOfOtherShapesShowTheSameMiddleWhereTheEdgesAllowIt) {
    const PixelSize size{1600, 1200};
    const auto portrait = crop_for({{0.4, 0.55}, 2}, size, 4.0 / 5);
    const auto framing =
        framing_of({.turned = size, .aspect = 4.0 / 5, .fit = Fit::cover, .crop = portrait});
    for (const double aspect : {1.0, 9.0 / 16, 16.0 / 9}) {
        const auto crop = crop_for(framing, size, aspect);
        EXPECT_NEAR(crop.x + crop.width / 2, 0.4, 1e-9);
        EXPECT_NEAR(crop.y + crop.height / 2, 0.55, 1e-9);
    }
}

TEST(FramingTest, WhatIsNoPictureGivesNoNonsense) {
    EXPECT_EQ(crop_for({}, {0, 0}, 1), (Area{}));
    EXPECT_EQ(crop_for({}, {100, 100}, 0), (Area{}));
    EXPECT_EQ(framing_of({}).zoom, 1);
    EXPECT_EQ(
        framing_of({.turned = {100, 100}, .aspect = 1, .fit = Fit::cover, .crop = {0, 0, 0, 0}})
            .zoom,
        1);
}

}  // namespace
