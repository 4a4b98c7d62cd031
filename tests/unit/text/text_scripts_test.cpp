// Scripts and fonts: direction of writing, line spacing, missing letters, missing fonts.
#include "text/layer.hpp"
#include "text/text_layout.hpp"
#include "unit/text/text_layouts.hpp"

#include <mediaedit/geometry.hpp>
#include <mediaedit/recipe.hpp>

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

namespace {

using namespace mediaedit;
using namespace std::literals;
using namespace mediaedit::internal;
using namespace mediaedit::test;

TEST(TextLayout, LinesOfDifferentScriptsDoNotTouch) {
    const Canvas canvas = canvas_of(1000, 1000);
    for (const char* text :
         {"ꦏꦿꦠꦺꦴꦤ꧀ꦏꦿ\nKerja Bakti", "gjpqy\nẤẾỖ", "ஸ்ரீ\nཨོཾ་མ་ཎི་\nÅ", "مُحَمَّدٌ\nنِي\nÅj\nภูเขา ที่"}) {
        const Layer layer = drawn(text_of(text), canvas);
        cv::Mat alpha;
        cv::extractChannel(layer.rgba, alpha, 3);
        cv::Mat rows;
        cv::reduce(alpha, rows, 1, cv::REDUCE_MAX);
        int lines = 0;
        for (int y = 1; y < rows.rows; ++y)
            lines += rows.at<unsigned char>(y) > 40 && rows.at<unsigned char>(y - 1) <= 40;
        // Dots and marks may be separate from their letters.
        EXPECT_GE(lines, layout_of(text_of(text), canvas).lines()) << text;
    }
}

TEST(TextLayout, LettersInNoFontAreCounted) {
    const Canvas canvas = canvas_of(1000, 1000);
    EXPECT_EQ(layout_of(text_of("Kerja bakti 🎉👨‍👩‍👧 1️⃣ مرحبا "
                                "ꦱꦸꦒꦼꦁ\n\u200bRT\u00a003"),
                        canvas)
                  .missing_letters(),
              0);
    EXPECT_EQ(layout_of(text_of("Kerja \U0010FFFD\U0010FFFC"), canvas).missing_letters(), 2);
    EXPECT_EQ(layout_of(text_of(""), canvas).missing_letters(), 0);
}

/// The horizontal centre of mass of the ink, from 0 (left edge of the box) to 1 (right edge).
double middle_of_ink(const Layer& layer) {
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Moments moments = cv::moments(alpha);
    return moments.m10 / moments.m00 / layer.rgba.cols;
}

TEST(TextLayout, ArabicRunsFromTheRight) {
    // Alef is a thin stroke, seen is wide. When alef comes first, it is on the right.
    const Canvas canvas = canvas_of(1000, 1000);
    EXPECT_LT(middle_of_ink(drawn(text_of("ا       سسس"), canvas)), 0.5);
    EXPECT_GT(middle_of_ink(drawn(text_of("سسس       ا"), canvas)), 0.5);
}

TEST(TextLayout, LinesFollowTheAnchorInEveryScript) {
    const Canvas canvas = canvas_of(1000, 1000);
    for (const char* text : {"a\naaaaaaaaaaaaaaa", "س\nسسسسسسسسسسسسسسسسسس"}) {
        for (const Anchor anchor : {Anchor::left, Anchor::center, Anchor::right}) {
            const Layer layer = drawn(text_of(text, anchor), canvas);
            const Layer first_line{layer.rgba.rowRange(0, layer.rgba.rows * 45 / 100), layer.x,
                                   layer.y};
            const PixelRect all = ink_of(layer);
            const PixelRect first = ink_of(first_line);
            const double place = static_cast<double>(first.x - all.x) / (all.width - first.width);
            EXPECT_NEAR(place, (static_cast<int>(anchor) % 3) / 2.0, 0.06) << text;
        }
    }
}

TEST(TextLayout, AFontThatIsMissingIsReplaced) {
    TextOverlay overlay = text_of("Kerja bakti");
    overlay.font = "No Such Font Anywhere Bold";
    const auto used = layout_of(overlay, canvas_of(1000, 1000)).font_used();
    EXPECT_FALSE(used.empty());
    overlay.font = used + " Bold";
    EXPECT_EQ(layout_of(overlay, canvas_of(1000, 1000)).font_used(), "");
    overlay.font = "No Such Font, Noto Sans";
    EXPECT_EQ(layout_of(overlay, canvas_of(1000, 1000)).font_used(), "");
    overlay.font = "serif 12";
    EXPECT_EQ(layout_of(overlay, canvas_of(1000, 1000)).font_used(), "");
    overlay.font = "No Such Font Anywhere Bold";
    EXPECT_GT(ink_of(drawn(overlay, canvas_of(1000, 1000))).width, 50);
    overlay.font = "";
    EXPECT_GT(ink_of(drawn(overlay, canvas_of(1000, 1000))).width, 50);
    overlay.font = "Noto Sans Bold 300";  // a size in the name is ignored
    const int width = ink_of(drawn(overlay, canvas_of(1000, 1000))).width;
    overlay.font = "Noto Sans Bold";
    EXPECT_EQ(ink_of(drawn(overlay, canvas_of(1000, 1000))).width, width);
}

}  // namespace
