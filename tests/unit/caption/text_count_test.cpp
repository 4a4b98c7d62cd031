// How each platform counts a caption's length.
#include <mediaedit/text_count.hpp>

#include <gtest/gtest.h>

#include <string>

namespace {

using namespace mediaedit;

int length(std::string_view text, std::string_view id) {
    return count_caption(text, find_placement(id).value()).length;
}
int hashtags(std::string_view text) {
    return count_caption(text, find_placement("instagram-feed-portrait").value()).hashtags;
}

TEST(TextCount, CodePointsWhereNothingElseIsKnown) {
    EXPECT_EQ(length("", "facebook-feed-portrait"), 0);
    EXPECT_EQ(length("Desa é", "instagram-feed-portrait"), 6);
    EXPECT_EQ(length("👨‍👩‍👧", "whatsapp-photo"), 5);
}

TEST(TextCount, XWeighsLettersAddressesAndEmoji) {
    const auto x = [](std::string_view text) { return length(text, "x-post"); };
    EXPECT_EQ(x("Kerja bakti"), 11);
    EXPECT_EQ(x("“Desa” – 10–12…"), 15 + 1) << "the dots lie outside the ranges";
    EXPECT_EQ(x("صلاة"), 4) << "Arabic";
    EXPECT_EQ(x("ꦲꦤ"), 4) << "Javanese";
    EXPECT_EQ(x("村"), 2);
    EXPECT_EQ(x("👍🏽"), 2) << "with a skin";
    EXPECT_EQ(x("👨‍👩‍👧‍👦"), 2) << "a family of seven code points";
    EXPECT_EQ(x("🇮🇩"), 2) << "a flag";
    EXPECT_EQ(x("🇮🇩🇮🇩"), 4);
    EXPECT_EQ(x("1️⃣"), 2) << "a key";
    EXPECT_EQ(x("☀"), 2);
    EXPECT_EQ(x("©"), 1);
    EXPECT_EQ(x("©️"), 2);
    EXPECT_EQ(x("e\u0301"), 1) << "NFC makes it one letter";
    EXPECT_EQ(x("https://lapor.go.id"), 23);
    EXPECT_EQ(x("lihat lapor.go.id/a?b=c&d=e, ya"), 6 + 23 + 4);
    EXPECT_EQ(x("http://a.co"), 23);
    EXPECT_EQ(x("https://desa.example/sangat/panjang/sekali/dan/terus/begitu"), 59)
        << "example is no ending there is";
    EXPECT_EQ(x("M.Si. dan S.Pd."), 15);
    EXPECT_EQ(x("surat@contoh.com"), 16) << "an address of a person is no link";
    EXPECT_EQ(x("bit.ly/abc"), 23);
    EXPECT_EQ(x("sukamaju.desa.id dan youtu.be"), 23 + 5 + 8)
        << "two labels and a country are none";
}

TEST(TextCount, ThreadsTakesEmojiByTheirBytes) {
    EXPECT_EQ(length("Desa 👍", "threads-post"), 5 + 4);
    EXPECT_EQ(length("👍🏽", "threads-post"), 8);
    EXPECT_EQ(length("é", "threads-post"), 1);
    EXPECT_EQ(length("☀️", "threads-post"), 6);
}

TEST(TextCount, TikTokTakesUtf16AndYouTubeBytes) {
    EXPECT_EQ(length("a👍é", "tiktok-video"), 4);
    EXPECT_EQ(length("a👍é", "youtube-video"), 7);
}

TEST(TextCount, BytesThatAreNoUtf8CountAsOneEach) {
    const std::string text = "a\xFF\xC3(\xE2\x82";
    for (const char* id :
         {"facebook-feed-portrait", "x-post", "tiktok-video", "youtube-video", "threads-post"})
        EXPECT_EQ(length(text, id), 6) << id;
    EXPECT_EQ(length(std::string("a\0b", 3), "x-post"), 3);
}

TEST(TextCount, HashtagsAsPlatformsReadThem) {
    EXPECT_EQ(hashtags("#DesaSukamaju #Posyandu_1, #2026 #17an"), 3) << "digits alone are none";
    EXPECT_EQ(hashtags("a#b &#39; # #"), 0);
    EXPECT_EQ(hashtags("#a#b"), 2);
    EXPECT_EQ(hashtags("https://contoh.com/#bagian #tag"), 1) << "none inside an address";
    EXPECT_EQ(hashtags("＃Desa #Désa"), 2);
}

TEST(TextCount, TellsLimitsAndWhetherItFits) {
    const auto count = count_caption(std::string(281, 'a'), find_placement("x-post").value());
    EXPECT_EQ(count.counted_as, CountedAs::x_weighted);
    EXPECT_EQ(count.limit, 280);
    EXPECT_FALSE(count.fits());
    EXPECT_TRUE(count_caption(std::string(280, 'a'), find_placement("x-post").value()).fits());
    EXPECT_EQ(count_caption("#a #b", find_placement("threads-post").value()).hashtags_limit, 1);
    EXPECT_FALSE(count_caption("#a #b", find_placement("threads-post").value()).fits());
    EXPECT_TRUE(
        count_caption(std::string(70'000, 'a'), find_placement("facebook-link").value()).fits())
        << "no limit is known";
}

}  // namespace
