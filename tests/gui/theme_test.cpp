// Colours with enough contrast, and fonts with every letter of the window.
#include "view/widgets/theme.hpp"
#include "view/widgets/fonts.hpp"

#include <imgui.h>

#include <gtest/gtest.h>

#include <string>
#include <utility>

namespace {

using namespace sunting;

class PaletteTest : public testing::TestWithParam<std::pair<bool, bool>> {};

TEST(PaletteTest, ContrastIsCountedAsTheGuidelinesDo) {
    EXPECT_NEAR(contrast_of({0, 0, 0, 1}, {1, 1, 1, 1}), 21, 1e-6);
    EXPECT_NEAR(contrast_of({1, 1, 1, 1}, {1, 1, 1, 1}), 1, 1e-9);
    // #767676 on white is the well-known edge of 4.5.
    const ImVec4 grey{0x76 / 255.0F, 0x76 / 255.0F, 0x76 / 255.0F, 1};
    EXPECT_NEAR(contrast_of(grey, {1, 1, 1, 1}), 4.54, 0.01);
}

TEST_P(PaletteTest, EveryWordCanBeReadAndEveryEdgeBeSeen) {
    const auto colors = palette(GetParam().first, GetParam().second);
    for (const auto& [ground_name, ground] :
         {std::pair("ground", colors.ground), std::pair("panel", colors.panel),
          std::pair("field", colors.field), std::pair("chosen", colors.chosen)}) {
        EXPECT_GE(contrast_of(colors.text, ground), 4.5) << "text on " << ground_name;
        EXPECT_GE(contrast_of(colors.muted, ground), 4.5) << "muted on " << ground_name;
        EXPECT_GE(contrast_of(colors.main, ground), 3) << "main on " << ground_name;
        EXPECT_GE(contrast_of(colors.border, ground), 3) << "border on " << ground_name;
    }
    for (const auto& [ground_name, ground] :
         {std::pair("ground", colors.ground), std::pair("panel", colors.panel)}) {
        EXPECT_GE(contrast_of(colors.good, ground), 4.5) << "good on " << ground_name;
        EXPECT_GE(contrast_of(colors.warning, ground), 4.5) << "warning on " << ground_name;
        EXPECT_GE(contrast_of(colors.error, ground), 4.5) << "error on " << ground_name;
    }
    EXPECT_GE(contrast_of(colors.on_main, colors.main), 4.5);
    EXPECT_GE(contrast_of(colors.on_main, colors.main_pressed), 4.5);
    // The toast has text in the panel's colour on the text's colour; a finished step has it on
    // green.
    EXPECT_GE(contrast_of(colors.panel, colors.text), 4.5);
    EXPECT_GE(contrast_of(colors.panel, colors.good), 4.5);
}

INSTANTIATE_TEST_SUITE_P(All, PaletteTest,
                         testing::Values(std::pair(false, false), std::pair(true, false),
                                         std::pair(false, true), std::pair(true, true)),
                         [](const auto& given) {
                             return std::string(given.param.first ? "Dark" : "Light") +
                                    (given.param.second ? "Strong" : "Usual");
                         });

TEST(FontsTest, AllLettersOfTheWindowAreThere) {
    ImGui::CreateContext();
    for (const float scale : {1.0F, 2.0F}) {
        const auto fonts = make_fonts(scale);
        if (fonts.found.empty()) break;
        for (const auto* font : {fonts.body, fonts.bold, fonts.small, fonts.heading}) {
            EXPECT_TRUE(has_letters(*font, "ABC xyz éñü “” — … × · ' 0123456789 %"));
            EXPECT_TRUE(has_letters(*font, "\xEF\x80\x95\xEF\x80\xB0")) << "signs";
            EXPECT_FALSE(has_letters(*font, "漢"));
            EXPECT_FALSE(has_letters(*font, "🌾"));
        }
    }
    ImGui::DestroyContext();
}

}  // namespace
