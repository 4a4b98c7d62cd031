// Emoji survive the shelf and editing.
#include "typing.hpp"

#include "view/widgets/emoji_letters.hpp"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace {

using namespace sunting;
using namespace sunting::test;

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
    // No character above U+FFFF is left, since ImGui would lose it.
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
    // One press deletes a whole sequence.
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

}  // namespace
