// Colours that can be told apart, lines that break where the field ends, emoji that come back as
// they were.
#include "view/widgets/fonts.hpp"
#include "view/widgets/theme.hpp"
#include "view/widgets/typed_text.hpp"

#include "platform/headless_window.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <imgui.h>
#include <imgui_internal.h>

#include <cmath>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace sunting;
using testing::HasSubstr;
using testing::Not;

// --- colours

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
    // The toast is written with the panel's colour on that of the text; a passed step with it on
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

// --- typing

class TypingTest : public testing::Test {
protected:
    struct Context {
        Context() { ImGui::CreateContext(); }
        ~Context() { ImGui::DestroyContext(); }
    } context_;
    HeadlessWindow window_{800, 600};
    std::string value_;
    float width_ = 260;
    bool focus_ = false;
    int seen_changes_ = 0;
    std::string clipboard_;

    TypingTest() {
        auto& io = ImGui::GetIO();
        io.IniFilename = nullptr;
        make_fonts(1);
        window_.rebuild_fonts();
        io.FontDefault = io.Fonts->Fonts[0];
        run();
    }

    void frame() {
        window_.begin_frame(0);
        ImGui::NewFrame();
        ImGui::SetNextWindowPos({0, 0});
        ImGui::SetNextWindowSize({800, 600});
        ImGui::Begin("all", nullptr, ImGuiWindowFlags_NoDecoration);
        if (std::exchange(focus_, false)) ImGui::SetKeyboardFocusHere();
        if (type_lines("##lines", "", value_, {width_, 300})) ++seen_changes_;
        ImGui::End();
        ImGui::Render();
        window_.end_frame();
    }
    void run() {
        do frame();
        while (window_.more_input());
        for (int i = 0; i < 3; ++i) frame();
    }
    /// The cursor stands at the end, or at the beginning.
    void enter(const std::string& value, bool at_end = true) {
        ImGui::ClearActiveID();  // a field that is being typed into would keep its own text
        run();
        value_ = value;
        focus_ = true;
        run();
        window_.press(at_end ? Key::end : Key::home, {Key::left_control});
        run();
    }
    void key(Key key, std::initializer_list<Key> held = {}) {
        window_.press(key, held);
        run();
    }
    void type(const std::string& text) {
        window_.type(text);
        run();
    }
    [[nodiscard]] float room() const {
        return width_ - 2 * ImGui::GetStyle().FramePadding.x - ImGui::GetStyle().ScrollbarSize - 2;
    }
    /// As it stands in the field.
    [[nodiscard]] std::string shown() const { return with_soft_breaks(value_, room()); }
    [[nodiscard]] static std::vector<std::string> lines_of(const std::string& shown) {
        std::vector<std::string> lines{""};
        for (const char letter : shown) {
            if (letter == '\n') lines.emplace_back();
            else lines.back() += letter;
        }
        return lines;
    }
};

/// Without the marks of its breaks.
std::size_t letters_in(const std::string& line) {
    std::string letters;
    for (std::size_t i = 0; i < line.size(); ++i) {
        if (line.compare(i, 3, "\xE2\x80\x8B") == 0 || line.compare(i, 3, "\xE2\x81\xA0") == 0)
            i += 2;
        else letters += line[i];
    }
    return letters.size();
}

const std::string sentence =
    "Warga Dusun Krajan bersama-sama membersihkan saluran irigasi agar sawah kembali terairi.";

TEST_F(TypingTest, LinesBreakAtWordsAndComeBackAsOne) {
    const auto broken = with_soft_breaks(sentence, 200);
    const auto lines = lines_of(broken);
    EXPECT_GT(lines.size(), 3u);
    for (const auto& line : lines)
        EXPECT_LE(ImGui::CalcTextSize(line.c_str()).x, 200 + ImGui::CalcTextSize(" ").x);
    EXPECT_EQ(without_soft_breaks(broken), sentence);
    // Words stay whole.
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        EXPECT_EQ(without_soft_breaks(lines[i] + "x").back(), 'x');
    for (std::size_t i = 0; i + 1 < lines.size(); ++i)
        EXPECT_NE(lines[i].find(' '), std::string::npos) << lines[i];
}

TEST_F(TypingTest, EveryTextComesBackAtEveryWidth) {
    for (const auto& text :
         {std::string(), std::string(" "), std::string("\n\n"), std::string("satu"), sentence,
          sentence + "\n\n" + sentence, std::string(300, 'x'), std::string(200, ' '),
          std::string("ééé ñandú — “kutipan” … "), "a " + std::string(100, 'y') + " b"})
        for (const float width : {1.0F, 20.0F, 61.0F, 150.0F, 400.0F, 5000.0F})
            EXPECT_EQ(without_soft_breaks(with_soft_breaks(text, width)), text) << width;
}

TEST_F(TypingTest, ALongWordIsBrokenBetweenLetters) {
    const auto broken = with_soft_breaks(std::string(200, 'm'), 150);
    for (const auto& line : lines_of(broken)) EXPECT_LE(ImGui::CalcTextSize(line.c_str()).x, 150);
}

TEST_F(TypingTest, TypingAcrossABreakAddsJustWhatIsTyped) {
    enter("");
    type(sentence);
    EXPECT_EQ(value_, sentence);
    EXPECT_THAT(shown(), HasSubstr("\n"));
    type(" Mari!");
    EXPECT_EQ(value_, sentence + " Mari!");
    // In the middle, with all that follows breaking anew.
    key(Key::home, {Key::left_control});
    for (int i = 0; i < 5; ++i) key(Key::right);
    type(" baik hati");
    EXPECT_EQ(value_, "Warga baik hati" + sentence.substr(5) + " Mari!");
}

TEST_F(TypingTest, LetterByLetterItIsTheSame) {
    enter("");
    for (const char letter : sentence) type(std::string(1, letter));
    EXPECT_EQ(value_, sentence);
    for (std::size_t i = 0; i < 60; ++i) key(Key::backspace);
    EXPECT_EQ(value_, sentence.substr(0, sentence.size() - 60));
    for (std::size_t i = 0; i < sentence.size(); ++i) key(Key::backspace);
    EXPECT_EQ(value_, "");
}

TEST_F(TypingTest, BackspaceAtALinesBeginningTakesTheLetterBeforeTheBreak) {
    enter(sentence, false);
    const auto first = lines_of(shown()).front();
    const auto before = letters_in(first);  // letters of the first line, its last space among them
    key(Key::down);
    key(Key::home);
    key(Key::backspace);
    EXPECT_EQ(value_, sentence.substr(0, before - 1) + sentence.substr(before));
    // The cursor stands where the letter was.
    type("#");
    EXPECT_EQ(value_, sentence.substr(0, before - 1) + "#" + sentence.substr(before));
}

TEST_F(TypingTest, DeleteAtALinesEndTakesTheLetterBehindTheBreak) {
    enter(sentence, false);
    const auto first = lines_of(shown()).front();
    const auto before = letters_in(first);
    key(Key::end);
    key(Key::remove);
    EXPECT_EQ(value_, sentence.substr(0, before) + sentence.substr(before + 1));
    type("#");
    EXPECT_EQ(value_, sentence.substr(0, before) + "#" + sentence.substr(before + 1));
}

TEST_F(TypingTest, ARealLineBreakIsDeletedAsOne) {
    enter("satu\ndua", false);
    key(Key::down);
    key(Key::home);
    key(Key::backspace);
    EXPECT_EQ(value_, "satudua");
    key(Key::enter);
    EXPECT_EQ(value_, "satu\ndua");
}

TEST_F(TypingTest, ArrowsPassABreakInOneStep) {
    enter(sentence, false);
    const auto first = lines_of(shown()).front();
    const auto before = letters_in(first);
    for (std::size_t i = 0; i < before + 3; ++i) key(Key::right);
    type("#");
    const auto there = value_.find('#');
    // The break itself takes at most one step of its own, either way.
    EXPECT_GE(there, before + 2);
    EXPECT_LE(there, before + 3);
    key(Key::backspace);
    EXPECT_EQ(value_, sentence);
    for (std::size_t i = 0; i < there + 2; ++i) key(Key::left);
    type("#");
    EXPECT_LE(value_.find('#'), 1u);
}

TEST_F(TypingTest, SelectingAndReplacingAcrossABreak) {
    enter(sentence, false);
    key(Key::down);
    key(Key::down, {Key::left_shift});
    const auto lines = lines_of(shown());
    const auto first = letters_in(lines[0]), second = letters_in(lines[1]);
    type("#");
    EXPECT_EQ(value_, sentence.substr(0, first) + "#" + sentence.substr(first + second));
    key(Key::a, {Key::left_control});
    type("baru");
    EXPECT_EQ(value_, "baru");
}

TEST_F(TypingTest, LettersWithoutWidthThatWerePastedTakeNothingAlong) {
    // Web pages and other programs bring them.
    for (const char* pasted : {"sa\xE2\x80\x8Btu dua", "satu\xE2\x81\xA0 dua",
                               "satu\n\xE2\x81\xA0"
                               "dua",
                               "\xE2\x80\x8B",
                               "a\xE2\x80\x8B\n\xE2\x81\xA0"
                               "b"}) {
        const std::string text = pasted;
        enter(text);
        type("!");
        std::string seen;
        for (std::size_t i = 0; i < value_.size(); ++i) {
            if (value_.compare(i, 3, "\xE2\x80\x8B") == 0 ||
                value_.compare(i, 3, "\xE2\x81\xA0") == 0)
                i += 2;
            else seen += value_[i];
        }
        std::string expected;
        for (std::size_t i = 0; i < text.size(); ++i) {
            if (text.compare(i, 3, "\xE2\x80\x8B") == 0 || text.compare(i, 3, "\xE2\x81\xA0") == 0)
                i += 2;
            else expected += text[i];
        }
        EXPECT_EQ(seen, expected + "!") << testing::PrintToString(text);
    }
}

// --- emoji

const std::vector<std::string> emoji{"🌾",
                                     "🇮🇩",
                                     "👨‍🌾",
                                     "🙏🏽",
                                     "❤️",
                                     "😀",
                                     "1️⃣",
                                     "🏴󠁧󠁢󠁥󠁮󠁧󠁿",
                                     "👩‍👩‍👧‍👦"};

TEST(EmojiTest, EachIsOneLetterAndComesBackAsItWas) {
    EmojiShelf shelf;
    std::string all = "Panen ";
    for (const auto& one : emoji) all += one + " raya ";
    const auto shown = shelf.to_shown(all);
    EXPECT_EQ(shelf.to_text(shown), all);
    EXPECT_EQ(shelf.sequences(), emoji);
    // No letter above U+FFFF is left, which ImGui would lose.
    for (const char letter : shown) EXPECT_NE(static_cast<unsigned char>(letter) & 0xF8U, 0xF0U);
    EXPECT_EQ(shelf.to_shown(all), shown);
    EXPECT_EQ(shelf.sequences().size(), emoji.size());
}

TEST(EmojiTest, SideBySideTheyStayTheirOwn) {
    EmojiShelf shelf;
    const std::string text = "🇮🇩🇮🇩🌾🌾🙏🏽🙏🏽";
    EXPECT_EQ(shelf.to_text(shelf.to_shown(text)), text);
    EXPECT_EQ(shelf.sequences(), (std::vector<std::string>{"🇮🇩", "🌾", "🙏🏽"}));
}

TEST(EmojiTest, PlainWordsStayPlain) {
    EmojiShelf shelf;
    for (const std::string text :
         {"Posyandu 12 #desa * 3 © ® ™ — é ñ “ ” … 10 × 15", "", "\n", "a\xCC\x81"}) {
        EXPECT_EQ(shelf.to_shown(text), text);
        EXPECT_TRUE(shelf.sequences().empty());
    }
}

TEST(EmojiTest, BrokenLettersDoNoHarm) {
    EmojiShelf shelf;
    for (const std::string text :
         {"\xF0\x9F", "\xF0", "a\xE2\x80", "\x80\x80", "\xF0\x9F\x8C\xBE\xE2\x80\x8D"})
        EXPECT_EQ(shelf.to_text(shelf.to_shown(text)), text);
}

TEST(EmojiTest, ThereAreMoreThanTheShelfHolds) {
    EmojiShelf shelf;
    std::string all;
    for (unsigned i = 0; i < EmojiShelf::count + 50; ++i) {
        const unsigned code = 0x1F300 + i;
        all +=
            {static_cast<char>(0xF0 | code >> 18), static_cast<char>(0x80 | (code >> 12 & 0x3F)),
             static_cast<char>(0x80 | (code >> 6 & 0x3F)), static_cast<char>(0x80 | (code & 0x3F))};
    }
    const auto back = shelf.to_text(shelf.to_shown(all));
    EXPECT_LE(shelf.sequences().size(), static_cast<std::size_t>(EmojiShelf::count));
    EXPECT_TRUE(all.starts_with(back.substr(0, 4 * 1000)));
}

TEST_F(TypingTest, EmojiSurviveEditing) {
    std::string text;
    for (const auto& one : emoji) text += one + " panen raya ";
    enter(text);
    type("hari ini");
    EXPECT_EQ(value_, text + "hari ini");
    key(Key::home, {Key::left_control});
    type("Selamat ");
    EXPECT_EQ(value_, "Selamat " + text + "hari ini");
    // One press takes a whole family.
    enter("🌾👨‍🌾");
    key(Key::backspace);
    EXPECT_EQ(value_, "🌾");
    key(Key::backspace);
    EXPECT_EQ(value_, "");
}

TEST_F(TypingTest, EmojiThatAreTypedArrive) {
    window_.set_letters([](char32_t character) { return emoji_shelf().letter_of(character); });
    enter("panen ");
    type("🌾");
    EXPECT_EQ(value_, "panen 🌾");
}

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
