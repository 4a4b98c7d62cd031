// Text stands where it was planned, in every script and look; meaning is read back from its pixels.
#include "text/text_layout.hpp"
#include "base/failure.hpp"
#include "language/code_points.hpp"
#include "plan/overlay_plan.hpp"
#include "text/contrast.hpp"
#include "text/hyphenate.hpp"
#include "text/pasted_text.hpp"

#include <gtest/gtest.h>
#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <array>
#include <thread>
#include <vector>

namespace {

using namespace mediaedit;
using namespace std::literals;
using namespace mediaedit::internal;

constexpr std::array looks{TextStyle::plain, TextStyle::outline, TextStyle::shadow, TextStyle::box};

Canvas canvas_of(int width, int height) {
    Canvas canvas;
    canvas.size = {width, height};
    return canvas;
}

TextOverlay text_of(std::string text, Anchor anchor = Anchor::center,
                    TextStyle style = TextStyle::plain) {
    TextOverlay overlay;
    overlay.text = std::move(text);
    overlay.anchor = anchor;
    overlay.style = style;
    return overlay;
}

TextLayout layout_of(const TextOverlay& overlay, const Canvas& canvas) {
    return {overlay, plan_overlay(overlay, 0, canvas)};
}

/// Of everything that is painted at least a little, in the result.
PixelRect ink_of(const Layer& layer, int least_alpha = 1) {
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Rect ink = cv::boundingRect(alpha >= least_alpha);
    return {layer.x + ink.x, layer.y + ink.y, ink.width, ink.height};
}

Layer drawn(const TextOverlay& overlay, const Canvas& canvas) {
    return layout_of(overlay, canvas).draw(choose_look(overlay, {}), canvas.size);
}

bool holds(const PixelRect& outer, const PixelRect& inner) {
    return inner.x >= outer.x && inner.y >= outer.y &&
           inner.x + inner.width <= outer.x + outer.width &&
           inner.y + inner.height <= outer.y + outer.height;
}

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
                    // Had anything been cut off, it would touch the border.
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

    // One word alone on the second line would leave the first much wider.
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

    // A web address that is too long at any size does not make the rest small.
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
    // Without a smallest size of its own a text shrinks further for a whole word than for its
    // lines.
    overlay.min_size.reset();
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
    overlay.min_size = 0.12;
    const TextLayout broken = layout_of(overlay, canvas_of(1080, 1350));
    EXPECT_TRUE(broken.breaks_word());
    EXPECT_FALSE(broken.overflows());
    overlay.text = "Kerja bakti";
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
    // The writer's own soft hyphen is where it may break.
    overlay.text = "Mempertanggung\u00adjawabkan";
    overlay.size = 0.08;
    EXPECT_FALSE(layout_of(overlay, canvas_of(1080, 1350)).breaks_word());
}

TEST(Hyphens, StandBetweenSyllables) {
    const auto shown = [](std::string_view word) {
        auto text = with_soft_hyphens(word);
        for (auto at = text.find("\u00ad"); at != text.npos; at = text.find("\u00ad"))
            text.replace(at, 2, "|");
        return text;
    };
    EXPECT_EQ(shown("Mempertanggungjawabkan"), "Mem|per|tang|gung|ja|wab|kan");
    EXPECT_EQ(shown("MEMPERTANGGUNGJAWABKAN"), "MEM|PER|TANG|GUNG|JA|WAB|KAN");
    EXPECT_EQ(shown("pembangunan"), "pem|ba|ngunan");
    EXPECT_EQ(shown("keuangan"), "ke|u|angan");
    EXPECT_EQ(shown("musyawarah"), "mu|sya|wa|rah");
    EXPECT_EQ(shown("kemasyarakatan"), "ke|ma|sya|ra|katan");
    EXPECT_EQ(shown("penyelenggaraan"), "pe|nye|leng|garaan");
    EXPECT_EQ(shown("saudara"), "sau|dara");
    EXPECT_EQ(shown("instrumen"), "in|stru|men");
    EXPECT_EQ(shown("mengambil"), "mengam|bil");
    EXPECT_EQ(shown("\"Pemberdayaan,\""), "\"Pem|ber|dayaan,\"");
    EXPECT_EQ(shown("pem\u00adbangunan"), "pem|ba|ngunan");
    EXPECT_EQ(shown("communication"), "com|mu|ni|ca|tion");
    for (const char* word :
         {"desa", "https://sukamaju.desa.id/artikel", "#GotongRoyongBersama", "siti@contoh.org",
          "081299000101", "مرحبا", "ꦱꦸꦒꦼꦁꦫꦮꦸꦃ", "mmmmmmmmmm", "", "-"})
        EXPECT_EQ(shown(word), word);
}

TEST(PastedText, HasWhatAFontCanShow) {
    EXPECT_EQ(printable_text("satu\u000bdua\u2028tiga\u2029empat\u000clima"),
              "satu\ndua\ntiga\nempat\nlima");
    EXPECT_EQ(printable_text("\uf0b7 satu\n\uf0a7\tdua\n\uf0d8 tiga\uf0e0empat"),
              "• satu\n•\tdua\n• tiga→empat");
    EXPECT_EQ(printable_text("foto\ufffc satu\ufeff\u0001\u001b\u007f"), "foto satu");
    EXPECT_EQ(printable_text("e\ufb01siensi o\ufb03ce"), "efisiensi office");
    EXPECT_EQ(printable_text("\u0095 \u0093kutip\u0094 3 \u0096 5"), "• “kutip” 3 – 5");
    EXPECT_EQ(printable_text("a\tb\r\nc \u200d 👨‍👩‍👧 1️⃣ ꦱꦸ"),
              "a\tb\r\nc \u200d 👨‍👩‍👧 1️⃣ ꦱꦸ");
}

TEST(PastedText, IsNeverDrawnAsABox) {
    const Canvas canvas = canvas_of(1000, 1000);
    std::string all = "a";
    for (char32_t letter = 1; letter < 0xA0; ++letter)
        if (letter != U'\n') append_utf8(all, letter);
    for (
        const char32_t letter :
        U"\u00ad\u061c\u200b\u200c\u200d\u200e\u200f\u2028\u2029\u202a\u202c\u202e\u2060\u2066\u2069\ufb01\ufe0f\ufeff\ufff9\ufffc"s)
        append_utf8(all, letter);
    for (char32_t letter = 0xF000; letter < 0xF100; ++letter) append_utf8(all, letter);
    append_utf8(all, 0xE123);
    EXPECT_EQ(layout_of(text_of(all), canvas).missing_letters(), 0);
    EXPECT_EQ(layout_of(text_of("satu\u000bdua"), canvas).lines(), 2);
}

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
        // Dots and marks may stand apart from their letters.
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
    // Letters just outside cast their shadow inside, so a little more is drawn.
    EXPECT_LE(layer.rgba.rows, 800);
    EXPECT_LE(layer.rgba.cols, 800);
    EXPECT_GE(ink_of(layer).height, 500);
    EXPECT_TRUE(holds({layer.x, layer.y, layer.rgba.cols, layer.rgba.rows}, {0, 0, 500, 500}));
}

/// Where the letters stand: their weight's middle, from 0 left to 1 right of the box.
double middle_of_ink(const Layer& layer) {
    cv::Mat alpha;
    cv::extractChannel(layer.rgba, alpha, 3);
    const cv::Moments moments = cv::moments(alpha);
    return moments.m10 / moments.m00 / layer.rgba.cols;
}

TEST(TextLayout, ArabicRunsFromTheRight) {
    // Alef is a thin stroke, seen a wide dish: written first, the thin one stands at the right.
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
    for (const int factor : {2, 3, 5}) {  // 3 and 5: blurred in a smaller copy
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
    overlay.font = "Noto Sans Bold 300";  // a size in the name does not count
    const int width = ink_of(drawn(overlay, canvas_of(1000, 1000))).width;
    overlay.font = "Noto Sans Bold";
    EXPECT_EQ(ink_of(drawn(overlay, canvas_of(1000, 1000))).width, width);
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
