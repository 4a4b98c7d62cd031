// Lines break where the field ends, and the text comes back as it was typed.
#include "typing.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace {

using namespace sunting;
using namespace sunting::test;
using testing::HasSubstr;

/// Counts letters without the soft breaks.
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
    // Words are not broken.
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
    // In the middle: all lines that follow wrap again.
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
    const auto before = letters_in(first);  // letters of the first line, including its last space
    key(Key::down);
    key(Key::home);
    key(Key::backspace);
    EXPECT_EQ(value_, sentence.substr(0, before - 1) + sentence.substr(before));
    // The cursor is where the letter was.
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
    // The soft break takes at most one more step, in either direction.
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
    // They are pasted from web pages and other programs.
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

}  // namespace
