// Edits of files, texts and names: each does what its button says, and nothing else.
#include "states.hpp"

#include "model/edits.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr Time whole{10s};

std::vector<std::string> names_of(const Work& work) {
    std::vector<std::string> names;
    for (const auto& item : work.post.items) names.push_back(item.file.filename().string());
    return names;
}

// --- files

TEST(FileEditsTest, AnotherPhotoTakesThePlaceOfTheFormerWithItsEdits) {
    auto work = turned_right(photo_work(), 0);
    work = with_files(std::move(work), {"/home/ibu/lain.jpg"});
    EXPECT_THAT(names_of(work), ElementsAre("lain.jpg"));
    EXPECT_EQ(work.post.items[0].recipe, Recipe{});
}

TEST(FileEditsTest, TheSamePhotoAgainKeepsItsEdits) {
    const auto work = turned_right(photo_work(), 0);
    EXPECT_EQ(with_files(work, {"/home/ibu/foto.jpg"}), work);
    EXPECT_EQ(with_files(work, {}), work);
}

TEST(FileEditsTest, ManyAreAddedEachOnceTenAtMost) {
    auto work = photo_work({"/a/1.jpg", "/a/2.jpg"});
    std::vector<std::filesystem::path> more;
    for (int i = 2; i < 20; ++i) more.emplace_back("/a/" + std::to_string(i) + ".jpg");
    work = with_files(std::move(work), more);
    EXPECT_THAT(names_of(work), ElementsAre("1.jpg", "2.jpg", "3.jpg", "4.jpg", "5.jpg", "6.jpg",
                                            "7.jpg", "8.jpg", "9.jpg", "10.jpg"));
}

TEST(FileEditsTest, OrderChangesByOneAndStopsAtTheEnds) {
    auto work = photo_work({"/a/1.jpg", "/a/2.jpg", "/a/3.jpg"});
    work = with_item_moved(std::move(work), 0, 1);
    EXPECT_THAT(names_of(work), ElementsAre("2.jpg", "1.jpg", "3.jpg"));
    EXPECT_EQ(with_item_moved(work, 0, -1), work);
    EXPECT_EQ(with_item_moved(work, 2, 1), work);
    EXPECT_EQ(with_item_moved(work, 9, 1), work);
    work = without_item(std::move(work), 1);
    EXPECT_THAT(names_of(work), ElementsAre("2.jpg", "3.jpg"));
    EXPECT_EQ(without_item(work, 9), work);
}

// --- words

TEST(WordEditsTest, AnEmptyTextIsNone) {
    TextOverlay text;
    text.text = "Posyandu";
    auto work = with_text(photo_work(), 0, text);
    ASSERT_TRUE(text_of(work, 0));
    EXPECT_EQ(text_of(work, 0)->text, "Posyandu");
    text.text = "Posyandu Melati";
    work = with_text(std::move(work), 0, text);
    EXPECT_EQ(work.post.items[0].recipe.overlays.size(), 1u);
    text.text.clear();
    EXPECT_EQ(with_text(std::move(work), 0, text), photo_work());
}

TEST(WordEditsTest, TheLogoStandsInOneCornerAndOnlyWhereThereIsOne) {
    auto work = photo_work();
    EXPECT_EQ(with_logo(work, 0, Anchor::top_left), work);
    work.post.village.logo = "/home/ibu/logo.png";
    const auto bare = work;
    work = with_logo(std::move(work), 0, Anchor::top_left);
    work = with_logo(std::move(work), 0, Anchor::bottom_right);
    EXPECT_EQ(logo_of(work, 0), Anchor::bottom_right);
    EXPECT_EQ(work.post.items[0].recipe.overlays.size(), 1u);
    EXPECT_EQ(with_logo(std::move(work), 0, std::nullopt), bare);
}

TEST(WordEditsTest, AnEmptyAnswerIsNoneAndTheGuidesCaptionComesBack) {
    auto work = with_field(photo_work(), "apa", "Posyandu");
    work = with_word(std::move(work), "title", "Posyandu");
    work = with_caption(std::move(work), "Instagram", "Mari datang.");
    EXPECT_EQ(work.post.captions.at("Instagram"), "Mari datang.");
    work = with_field(std::move(work), "apa", "");
    work = with_word(std::move(work), "title", "");
    work = with_caption(std::move(work), "Instagram", std::nullopt);
    EXPECT_EQ(work, photo_work());
}

TEST(WordEditsTest, ConsentAndQuietAreWrittenDownOnce) {
    auto work = photo_work();
    EXPECT_EQ(consent_of(work, 0, "child"), ConsentAnswer::unknown);
    work = with_consent(std::move(work), 0, "child", ConsentAnswer::given);
    work = with_consent(std::move(work), 0, "child", ConsentAnswer::refused);
    EXPECT_EQ(consent_of(work, 0, "child"), ConsentAnswer::refused);
    EXPECT_EQ(work.post.items[0].consent.size(), 1u);
    work = with_quiet(with_quiet(std::move(work), "style.caps"), "style.caps");
    EXPECT_THAT(work.post.quiet, ElementsAre("style.caps"));
}

TEST(WordEditsTest, EditsOfAnItemThatIsNotThereChangeNothing) {
    const auto work = photo_work();
    EXPECT_EQ(turned_right(work, 4), work);
    EXPECT_EQ(mirrored(work, 4), work);
    EXPECT_EQ(with_faces(work, 4, FaceChoice::hide), work);
    EXPECT_EQ(with_hidden_area(work, 4, {}), work);
    EXPECT_EQ(with_audio(work, 4, Audio::Kind::off), work);
    EXPECT_EQ(with_part_start(work, 4, 0, 1s, whole), work);
    EXPECT_EQ(with_middle_removed(work, 4, 0, whole), work);
    EXPECT_EQ(with_alt_text(work, 4, "x"), work);
    EXPECT_EQ(with_consent(work, 4, "child", ConsentAnswer::given), work);
    EXPECT_FALSE(text_of(work, 4));
}

// --- names

TEST(FolderNameTest, TellsTheDayAndWhatItIsAbout) {
    auto work = photo_work();
    EXPECT_EQ(folder_name_for(work), "2026-05-12 foto");
    work = with_field(std::move(work), "apa", "Posyandu Melati");
    EXPECT_EQ(folder_name_for(work), "2026-05-12 Posyandu Melati");
    work = with_word(std::move(work), "title", "Gotong royong");
    EXPECT_EQ(folder_name_for(work), "2026-05-12 Gotong royong");
    EXPECT_FALSE(folder_name_for(photo_work({})).empty());
}

TEST(FolderNameTest, IsSafeEverywhere) {
    for (const std::string title :
         {"../../etc/passwd", "/", "..", ".", "a/b\\c", "con: <ada> \"apa\" | ya? *",
          "baris\nkedua\tdan\x01", "titik di akhir...", "spasi di akhir   ", "~/rumah", "-rf"}) {
        const auto name = folder_name_for(with_word(photo_work(), "title", title));
        EXPECT_EQ(std::filesystem::path(name).filename().string(), name) << title;
        EXPECT_TRUE(name.starts_with("2026-05-12")) << name;
        EXPECT_EQ(name.find_first_of("<>:\"/\\|?*\n\t\x01"), std::string::npos) << name;
        EXPECT_NE(name.back(), '.');
        EXPECT_NE(name.back(), ' ');
    }
}

TEST(FolderNameTest, LongTitlesAreCutBetweenLettersAndFitADisk) {
    std::string title;
    for (int i = 0; i < 100; ++i) title += "🌾é";
    const auto name = folder_name_for(with_word(photo_work(), "title", title));
    EXPECT_LE(name.size(), 255u);
    // Only whole characters: the last one is complete.
    std::size_t letters = 0;
    for (std::size_t at = 0; at < name.size();) {
        const auto byte = static_cast<unsigned char>(name[at]);
        ASSERT_NE(byte & 0xC0U, 0x80U);
        const std::size_t length = byte < 0x80 ? 1 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4;
        at += length;
        ASSERT_LE(at, name.size());
        ++letters;
    }
    EXPECT_EQ(letters, 11u + 48u);
}

}  // namespace
