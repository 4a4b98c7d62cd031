// Drawn text: emoji, shadows, transparency and contrast, read back from the pixels.
#include "language/code_points.hpp"
#include "text/contrast.hpp"
#include "text/layer.hpp"
#include "text/text_layout.hpp"
#include "unit/text/text_layouts.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>

namespace {

using namespace mediaedit;
using namespace std::literals;
using namespace mediaedit::internal;
using namespace mediaedit::test;

int count_coloured(const cv::Mat& rgba) {
    int count = 0;
    for (int y = 0; y < rgba.rows; ++y) {
        for (int x = 0; x < rgba.cols; ++x) {
            const auto& pixel = rgba.at<cv::Vec4b>(y, x);
            const auto [least, most] = std::minmax({pixel[0], pixel[1], pixel[2]});
            if (most - least > 60) ++count;
        }
    }
    return count;
}

TEST(TextLayout, EmojiHaveColourAndKeepItInEveryLook) {
    const Canvas canvas = canvas_of(1000, 1000);
    for (const TextStyle style : looks) {
        EXPECT_EQ(count_coloured(drawn(text_of("Hari", Anchor::center, style), canvas).rgba), 0);
        EXPECT_GT(count_coloured(drawn(text_of("Hari ❤️", Anchor::center, style), canvas).rgba),
                  300);
    }
}

TEST(TextLayout, EmojiKeepTheirOwnWhiteAndBlack) {
    const Canvas canvas = canvas_of(1000, 1000);
    TextOverlay overlay = text_of("🐼");
    overlay.size = 0.2;
    const cv::Mat white_letters = drawn(overlay, canvas).rgba;
    int white = 0;
    int black = 0;
    for (int y = 0; y < white_letters.rows; ++y) {
        for (int x = 0; x < white_letters.cols; ++x) {
            const auto& pixel = white_letters.at<cv::Vec4b>(y, x);
            if (pixel[3] < 250) continue;
            white += std::min({pixel[0], pixel[1], pixel[2]}) > 235;
            black += std::max({pixel[0], pixel[1], pixel[2]}) < 100;
        }
    }
    EXPECT_GT(white, 2000);
    EXPECT_GT(black, 2000);
    overlay.color = {200, 30, 30, 255};
    EXPECT_EQ(cv::norm(drawn(overlay, canvas).rgba, white_letters, cv::NORM_INF), 0)
        << "the letters' colour is not the emoji's";
}

TEST(TextLayout, ShadowsLookAlikeAtEverySize) {
    TextOverlay overlay = text_of("Kerja bakti", Anchor::center, TextStyle::shadow);
    overlay.color = {0, 0, 0, 255};
    overlay.size = 0.08;
    const cv::Mat small = drawn(overlay, canvas_of(1000, 1000)).rgba;
    for (const int factor : {2, 3, 5}) {  // with 3 and 5 the blur is computed on a smaller copy
        const cv::Mat large = drawn(overlay, canvas_of(1000 * factor, 1000 * factor)).rgba;
        cv::Mat shrunk;
        cv::resize(large, shrunk, small.size(), 0, 0, cv::INTER_AREA);
        EXPECT_LT(cv::norm(shrunk, small, cv::NORM_L1) / static_cast<double>(small.total() * 4), 4)
            << factor;
    }
}

TEST(TextLayout, EmojiAreNotStroked) {
    const Canvas canvas = canvas_of(1000, 1000);
    EXPECT_EQ(ink_of(drawn(text_of("🟥", Anchor::center, TextStyle::outline), canvas)),
              ink_of(drawn(text_of("🟥", Anchor::center), canvas)));
}

TEST(TextLayout, TranslucentTextIsTranslucentWithItsEmoji) {
    TextOverlay overlay = text_of("Hari ❤️");
    overlay.color.alpha = 102;
    const Layer layer = drawn(overlay, canvas_of(1000, 1000));
    double most = 0;
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    cv::minMaxLoc(alpha, nullptr, &most);
    EXPECT_NEAR(most, 102, 2);
}

TEST(TextLayout, LayersArePremultipliedRgb) {
    TextOverlay overlay = text_of("MMM");
    overlay.color = {250, 120, 10, 255};
    const Layer layer = drawn(overlay, canvas_of(1000, 1000));
    int solid = 0;
    for (int y = 0; y < layer.rgba.rows; ++y) {
        for (int x = 0; x < layer.rgba.cols; ++x) {
            const auto& pixel = layer.rgba.at<cv::Vec4b>(y, x);
            for (int channel = 0; channel < 3; ++channel) ASSERT_LE(pixel[channel], pixel[3]);
            if (pixel[3] == 255) {
                ++solid;
                ASSERT_EQ(pixel, cv::Vec4b(250, 120, 10, 255));
            }
        }
    }
    EXPECT_GT(solid, 500);
}

TEST(TextLayout, DrawnBoxKeepsItsContrastOnEveryGround) {
    for (const Color color : {Color{255, 255, 255, 255}, Color{230, 120, 20, 255},
                              Color{20, 60, 120, 255}, Color{128, 128, 128, 255}}) {
        TextOverlay overlay = text_of("MMM", Anchor::center, TextStyle::automatic);
        overlay.color = color;
        const Layer layer = layout_of(overlay, canvas_of(1000, 1000))
                                .draw(choose_look(overlay, {0, 1, 0.5}), {1000, 1000});
        for (const double ground : {0.0, 0.5, 1.0}) {
            // Left of the first letter there is only the box.
            const auto& plate = layer.rgba.at<cv::Vec4b>(layer.rgba.rows / 2, 8);
            const auto seen = [&](int channel) {
                return plate[channel] / 255.0 + (1 - plate[3] / 255.0) * grey_of(ground).red;
            };
            EXPECT_GE(contrast(luminance({seen(0), seen(1), seen(2)}), luminance(over(color, {}))),
                      readable_contrast);
        }
    }
}

}  // namespace
