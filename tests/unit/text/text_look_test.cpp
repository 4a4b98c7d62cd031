// The automatic style keeps a text readable on any background.
#include "text/contrast.hpp"
#include "text/text_layout.hpp"

#include <gtest/gtest.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;

TextOverlay text_of(Color color, TextStyle style = TextStyle::automatic) {
    TextOverlay overlay;
    overlay.text = "Bersih pantai";
    overlay.color = color;
    overlay.style = style;
    return overlay;
}

constexpr Color white{255, 255, 255, 255};
constexpr Color black{0, 0, 0, 255};

TEST(Contrast, IsThatOfWcag) {
    EXPECT_NEAR(contrast(1, 0), 21, 1e-9);
    EXPECT_NEAR(contrast(luminance({1, 1, 1}), luminance(over({119, 119, 119, 255}, {}))), 4.48,
                0.01);
    EXPECT_NEAR(luminance(grey_of(0.18)), 0.18, 1e-9);
}

TEST(ChooseLook, PlainOnCalmGround) {
    EXPECT_EQ(choose_look(text_of(white), {0.0, 0.1, 0.01}).style, TextStyle::plain);
    EXPECT_EQ(choose_look(text_of(black), {0.6, 0.9, 0.01}).style, TextStyle::plain);
}

TEST(ChooseLook, OutlineWhereSomeOfTheGroundIsTooNear) {
    EXPECT_EQ(choose_look(text_of(white), {0.0, 0.3, 0.05}).style, TextStyle::outline);
    EXPECT_EQ(choose_look(text_of(white), {0.0, 0.1, 0.06}).style, TextStyle::outline);
    EXPECT_EQ(choose_look(text_of(white), {0.0, 0.3, 0.05}).behind, black);
    EXPECT_EQ(choose_look(text_of(black), {0.1, 0.9, 0.05}).behind, white);
}

TEST(ChooseLook, BoxOnBusyOrLikeGround) {
    EXPECT_EQ(choose_look(text_of(white), {0.0, 0.1, 0.3}).style, TextStyle::box);
    EXPECT_EQ(choose_look(text_of(white), {0.7, 1.0, 0.0}).style, TextStyle::box);
    EXPECT_EQ(choose_look(text_of({119, 119, 119, 255}), {0.1, 0.9, 0.0}).style, TextStyle::box);
}

TEST(ChooseLook, FaintLettersStayFaint) {
    for (const int faint : {0x01, 0x40, 0x60, 0x80, 0x9f})
        for (const Backdrop& ground :
             {Backdrop{0, 1, 0.3}, Backdrop{0.9, 1, 0}, Backdrop{0, 0.1, 0}})
            EXPECT_EQ(
                choose_look(text_of({255, 255, 255, static_cast<unsigned char>(faint)}), ground)
                    .style,
                TextStyle::plain)
                << faint;
    EXPECT_EQ(choose_look(text_of({255, 255, 255, 0xe0}), {0, 1, 0.3}).style, TextStyle::box);
    EXPECT_EQ(choose_look(text_of({255, 255, 255, 0x40}, TextStyle::box), {0, 1, 0.3}).style,
              TextStyle::box);
}

TEST(ChooseLook, KeepsWhatThePersonChose) {
    for (const TextStyle style :
         {TextStyle::plain, TextStyle::outline, TextStyle::shadow, TextStyle::box}) {
        EXPECT_EQ(choose_look(text_of(white, style), {0.9, 1.0, 0.5}).style, style);
    }
    TextOverlay overlay = text_of(white);
    overlay.box_color = Color{200, 0, 0, 255};
    const TextLook look = choose_look(overlay, {0, 0.01, 0});
    EXPECT_EQ(look.style, TextStyle::box);
    EXPECT_EQ(look.behind, (Color{200, 0, 0, 255}));
}

TEST(ChooseLook, EveryOpaqueColourHasItsContrast) {
    for (int red = 0; red < 256; red += 51) {
        for (int green = 0; green < 256; green += 51) {
            for (int blue = 0; blue < 256; blue += 51) {
                const Color color{static_cast<unsigned char>(red),
                                  static_cast<unsigned char>(green),
                                  static_cast<unsigned char>(blue), 255};
                const double own = luminance(over(color, {}));
                const TextLook box = choose_look(text_of(color, TextStyle::box), {});
                for (const double ground : {0.0, 0.2, 0.5, 1.0}) {
                    EXPECT_GE(contrast(own, luminance(over(box.behind, grey_of(ground)))),
                              readable_contrast)
                        << red << ' ' << green << ' ' << blue;
                }
                const TextLook outline = choose_look(text_of(color, TextStyle::outline), {});
                EXPECT_GE(contrast(own, luminance(over(outline.behind, {}))), readable_contrast);
                const TextLook automatic = choose_look(text_of(color), {0.3, 0.35, 0.0});
                if (automatic.style == TextStyle::plain) {
                    EXPECT_GE(contrast(own, 0.3), readable_contrast);
                    EXPECT_GE(contrast(own, 0.35), readable_contrast);
                }
            }
        }
    }
}

}  // namespace
