// Layout: where the text is placed, line breaks, shrinking and overflow.
#include "text/text_layout.hpp"
#include "base/failure.hpp"
#include "language/code_points.hpp"
#include "plan/overlay_plan.hpp"
#include "unit/text/text_layouts.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace {

using namespace mediaedit;
using namespace std::literals;
using namespace mediaedit::internal;
using namespace mediaedit::test;

bool holds(const PixelRect& outer, const PixelRect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

ErrorCode code_of(auto&& body) {
    try {
        body();
    } catch (const Failure& failure) { return failure.error.code; }
    ADD_FAILURE() << "nothing failed";
    return ErrorCode::internal;
}

const std::vector<std::string> scripts{
    "Kerja bakti", "Jgpqy ÅÉ Tiếng Việt",          "مرحبا بكم", "ꦱꦸꦒꦼꦁꦫꦮꦸꦃ",  "สวัสดีที่นี่", "नमस्ते",
    "शुभकामनाएँ",    "Sabtu 🎉👨‍👩‍👧", "🇮🇩",        "日本語", "fj",
};

TEST(TextLayout, InkLiesInItsBoxAndTheBoxWithin) {
    const Canvas canvas = canvas_of(1080, 1350);
    for (const std::string& script : scripts) {
        for (int anchor = 0; anchor < 9; ++anchor) {
            for (const TextStyle style : looks) {
                const TextOverlay overlay = text_of(script, static_cast<Anchor>(anchor), style);
                const PlannedOverlay plan = plan_overlay(overlay, 0, canvas);
                const TextLayout layout(overlay, plan);
                const Layer layer = layout.draw(choose_look(overlay, {}), canvas.size);
                SCOPED_TRACE(script + " at " + std::to_string(anchor) + " look " +
                             std::to_string(static_cast<int>(style)));
                EXPECT_FALSE(layout.overflows());
                EXPECT_TRUE(holds(plan.within, layout.box()));
                EXPECT_EQ(layer.x, layout.box().x);
                EXPECT_EQ(layer.rgba.cols, layout.box().width);
                const PixelRect ink = ink_of(layer);
                EXPECT_GT(ink.width, 20);
                EXPECT_GT(ink.height, 20);
                if (style != TextStyle::box) {
                    // Ink that was cut off would touch the border.
                    EXPECT_GT(ink.x, layout.box().x);
                    EXPECT_GT(ink.y, layout.box().y);
                    EXPECT_LT(ink.x + ink.width, layout.box().x + layout.box().width);
                    EXPECT_LT(ink.y + ink.height, layout.box().y + layout.box().height);
                }
            }
        }
    }
}

TEST(TextLayout, BoxTouchesTheAnchoredEdges) {
    const TextOverlay overlay = text_of("Kerja bakti", Anchor::bottom_right);
    const PlannedOverlay plan = plan_overlay(overlay, 0, canvas_of(1000, 1000));
    const PixelRect box = TextLayout(overlay, plan).box();
    EXPECT_EQ(box.x + box.width, 960);
    EXPECT_EQ(box.y + box.height, 960);
}

TEST(TextLayout, BreaksLinesAlikeAtEverySize) {
    const std::string text =
        "Warga RT 03 membersihkan selokan dan menanam seratus pohon mangga di sepanjang jalan desa "
        "pada hari Sabtu";
    for (int hundredths = 20; hundredths <= 100; hundredths += 5) {
        TextOverlay overlay = text_of(text);
        overlay.max_width = hundredths / 100.0;
        const TextLayout whole = layout_of(overlay, canvas_of(1080, 1920));
        const TextLayout quarter = layout_of(overlay, canvas_of(270, 480));
        EXPECT_EQ(whole.lines(), quarter.lines()) << hundredths;
        EXPECT_NEAR(whole.box().width, quarter.box().width * 4, 4) << hundredths;
        EXPECT_NEAR(whole.box().height, quarter.box().height * 4, 4) << hundredths;
        EXPECT_LE(whole.box().width, 1080 * overlay.max_width);
    }
}

TEST(TextLayout, WidthGrowsWithSize) {
    TextOverlay overlay = text_of("Gotong royong");
    overlay.size = 0.04;
    const int small = layout_of(overlay, canvas_of(2000, 2000)).box().width;
    overlay.size = 0.08;
    EXPECT_NEAR(layout_of(overlay, canvas_of(2000, 2000)).box().width, 2 * small, 2);
}

TEST(TextLayout, NewlineStartsALineAndEndsAreTrimmed) {
    const Canvas canvas = canvas_of(1080, 1080);
    EXPECT_EQ(layout_of(text_of("satu\ndua\n\nempat"), canvas).lines(), 4);
    EXPECT_EQ(layout_of(text_of("satu\r\ndua\n \n"), canvas).lines(), 2);
    EXPECT_EQ(layout_of(text_of(""), canvas).lines(), 0);
    EXPECT_EQ(layout_of(text_of(" \n "), canvas).box().width, 0);
    EXPECT_TRUE(drawn(text_of(""), canvas).rgba.empty());
}

TEST(TextLayout, LongWordsBreakAndLinesAreBalanced) {
    const Canvas canvas = canvas_of(400, 400);
    const TextLayout layout = layout_of(text_of(std::string(60, 'm')), canvas);
    EXPECT_GT(layout.lines(), 2);
    EXPECT_FALSE(layout.overflows());

    // A single word on the second line would leave the first much wider.
    const TextLayout balanced =
        layout_of(text_of("satu dua tiga empat lima"), canvas_of(1000, 1000));
    ASSERT_EQ(balanced.lines(), 1);
    TextOverlay narrow = text_of("satu dua tiga empat lima");
    narrow.max_width = 0.99 * balanced.box().width / 920.0;
    const TextLayout two = layout_of(narrow, canvas_of(1000, 1000));
    EXPECT_EQ(two.lines(), 2);
    EXPECT_LT(two.box().width, balanced.box().width * 0.75);
}

TEST(TextLayout, ShrinksRatherThanBreakAWord) {
    const Canvas canvas = canvas_of(1000, 1000);
    TextOverlay overlay = text_of("Gotongroyong");
    const int width = layout_of(overlay, canvas).box().width;
    overlay.size *= 1100.0 / width;
    const TextLayout shrunk = layout_of(overlay, canvas);
    EXPECT_EQ(shrunk.lines(), 1);
    EXPECT_FALSE(shrunk.overflows());
    EXPECT_LE(shrunk.box().width, 920);
    EXPECT_GT(shrunk.box().width, 800);

    // A web address that is too long at any size does not shrink the rest.
    overlay = text_of("Daftar di " + std::string(60, 'm'));
    const TextLayout broken = layout_of(overlay, canvas);
    overlay.text = "Daftar";
    for (int line = 1; line < broken.lines(); ++line) overlay.text += "\nDaftar";
    EXPECT_NEAR(broken.box().height, layout_of(overlay, canvas).box().height, 8);
}

TEST(TextLayout, ALongWordShrinksToFitOrBreaksWithAHyphen) {
    TextOverlay overlay =
        text_of("Mempertanggungjawabkan keuangan desa", Anchor::center, TextStyle::automatic);
    overlay.size = 0.12;
    overlay.min_size = 0.04;
    const TextLayout shrunk = layout_of(overlay, canvas_of(1080, 1350));
    EXPECT_FALSE(shrunk.breaks_word());
    EXPECT_EQ(shrunk.lines(), 2);
    EXPECT_GT(shrunk.box().width, 900);
    // Without a minimum size a text shrinks further to keep a word whole than to fit its lines.
    overlay.min_size.reset();
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
    overlay.min_size = 0.12;
    const TextLayout broken = layout_of(overlay, canvas_of(1080, 1350));
    EXPECT_TRUE(broken.breaks_word());
    EXPECT_FALSE(broken.overflows());
    overlay.text = "Kerja bakti";
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
    // The writer's own soft hyphen is an allowed break.
    overlay.text = "Mempertanggung\u00adjawabkan";
    overlay.size = 0.08;
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
}

TEST(TextLayout, ShrinksBeforeItOverflows) {
    TextOverlay overlay = text_of("satu\ndua\ntiga\nempat\nlima\nenam\ntujuh");
    overlay.size = 0.12;
    const Canvas canvas = canvas_of(1000, 1000);
    const TextLayout shrunk = layout_of(overlay, canvas);
    EXPECT_FALSE(shrunk.overflows());
    EXPECT_LE(shrunk.box().height, 920);
    overlay.size = 0.5;
    EXPECT_TRUE(layout_of(overlay, canvas).overflows());
}

TEST(TextLayout, OverflowingTextIsDrawnOnlyWhereItCanBeSeen) {
    TextOverlay overlay = text_of(std::string(2000, 'm'));
    overlay.size = 1;
    const Layer layer = drawn(overlay, canvas_of(500, 500));
    // Letters just outside cast shadows inside, so a little more is drawn.
    EXPECT_LE(layer.rgba.rows, 800);
    EXPECT_LE(layer.rgba.cols, 800);
    EXPECT_GE(ink_of(layer).height, 500);
    EXPECT_TRUE(holds({layer.x, layer.y, layer.rgba.cols, layer.rgba.rows}, {0, 0, 500, 500}));
}

TEST(TextLayout, RefusesWhatIsNoText) {
    const Canvas canvas = canvas_of(1000, 1000);
    EXPECT_EQ(code_of([&] { layout_of(text_of("a\xff"), canvas); }), ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([&] { layout_of(text_of("\xe2\x82"), canvas); }), ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([&] { layout_of(text_of(std::string("a\0b", 3)), canvas); }),
              ErrorCode::bad_recipe);
    EXPECT_EQ(code_of([&] { layout_of(text_of(std::string(2001, 'a')), canvas); }),
              ErrorCode::bad_recipe);
    TextOverlay overlay = text_of("a");
    overlay.font = "\xff";
    EXPECT_EQ(code_of([&] { layout_of(overlay, canvas); }), ErrorCode::bad_recipe);
}

TEST(TextLayout, SurvivesOddPlaces) {
    for (const PixelSize size :
         {PixelSize{1, 1}, PixelSize{3, 2000}, PixelSize{2000, 3}, PixelSize{12, 12}}) {
        for (const TextStyle style : looks)
            drawn(text_of("Kerja bakti 🎉", Anchor::bottom, style),
                  canvas_of(size.width, size.height));
    }
    TextOverlay overlay = text_of("Kerja\xe2\x80\xae bakti\xe2\x80\x8f\t\x01 \xcc\x81\xcc\x81");
    overlay.max_width = 1e-9;
    drawn(overlay, canvas_of(500, 500));
    overlay.offset = {-3, 50};
    drawn(overlay, canvas_of(500, 500));
}

TEST(TextLayout, ManyThreadsDrawTheSame) {
    const Canvas canvas = canvas_of(800, 800);
    const TextOverlay overlay = text_of("Kerja bakti مرحبا 🎉", Anchor::bottom, TextStyle::outline);
    const TextLayout shared = layout_of(overlay, canvas);
    const cv::Mat expected = shared.draw(choose_look(overlay, {}), canvas.size).rgba;
    std::vector<std::thread> threads;
    std::vector<int> same(6, 0);
    for (std::size_t i = 0; i < same.size(); ++i) {
        threads.emplace_back([&, i] {
            for (int round = 0; round < 5; ++round) {
                const cv::Mat own = drawn(overlay, canvas).rgba;
                const cv::Mat of_shared = shared.draw(choose_look(overlay, {}), canvas.size).rgba;
                same[i] += cv::norm(own, expected, cv::NORM_INF) == 0 &&
                           cv::norm(of_shared, expected, cv::NORM_INF) == 0;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    EXPECT_EQ(same, std::vector<int>(6, 5));
}

TEST(TextLayout, OutlivesTheThreadThatSetIt) {
    const Canvas canvas = canvas_of(800, 800);
    const TextOverlay overlay = text_of("Kerja 🎉");
    std::vector<TextLayout> layouts;
    std::thread([&] { layouts.push_back(layout_of(overlay, canvas)); }).join();
    EXPECT_EQ(cv::norm(layouts.front().draw(choose_look(overlay, {}), canvas.size).rgba,
                       drawn(overlay, canvas).rgba, cv::NORM_INF),
              0);
}

}  // namespace
