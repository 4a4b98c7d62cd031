// Edits of a work: each does what its button says, and nothing beside it.
#include "states.hpp"

#include "model/edits.hpp"

#include <mediaedit/turning.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <random>

namespace {

using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using namespace std::chrono_literals;
using testing::ElementsAre;

constexpr Time whole{10s};

Work film() {
    auto work = photo_work({"/home/ibu/film.mp4"});
    work.task = Task::video;
    return work;
}

std::vector<std::pair<double, double>> parts_of(const Work& work) {
    std::vector<std::pair<double, double>> parts;
    for (const auto& part : kept_parts(work, 0, whole))
        parts.emplace_back(std::chrono::duration<double>(part.start).count(),
                           std::chrono::duration<double>(*part.end).count());
    return parts;
}

std::vector<std::string> names_of(const Work& work) {
    std::vector<std::string> names;
    for (const auto& item : work.post.items) names.push_back(item.file.filename().string());
    return names;
}

// --- trimming

TEST(TrimEditsTest, WithoutAChoiceAllIsKeptAndNothingIsWrittenDown) {
    EXPECT_THAT(parts_of(film()), ElementsAre(std::pair(0.0, 10.0)));
    auto work = with_part_start(film(), 0, 0, 2s, whole);
    EXPECT_EQ(work.post.items[0].recipe.keep.size(), 1u);
    work = with_part_start(std::move(work), 0, 0, 0s, whole);
    // So that a clip kept whole is copied whole.
    EXPECT_EQ(work, film());
}

TEST(TrimEditsTest, EndsNeverCrossAndNeverLeaveTheClip) {
    auto work = with_part_start(film(), 0, 0, -5s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(0.0, 10.0)));
    work = with_part_end(std::move(work), 0, 0, 90s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(0.0, 10.0)));
    work = with_part_end(std::move(work), 0, 0, 4s, whole);
    work = with_part_start(std::move(work), 0, 0, 8s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(3.8, 4.0)));
    work = with_part_end(std::move(work), 0, 0, 1s, whole);
    EXPECT_THAT(parts_of(work), ElementsAre(std::pair(3.8, 4.0)));
}

TEST(TrimEditsTest, TheMiddleGoesAndComesBack) {
    auto work = with_middle_removed(film(), 0, 0, whole);
    ASSERT_EQ(parts_of(work).size(), 2u);
    EXPECT_NEAR(parts_of(work)[0].second, 10.0 / 3, 1e-5);
    EXPECT_NEAR(parts_of(work)[1].first, 20.0 / 3, 1e-5);
    EXPECT_EQ(parts_of(work)[1].second, 10);
    EXPECT_NEAR(std::chrono::duration<double>(kept_length(work, 0, whole)).count(), 20.0 / 3, 1e-4);
    work = with_gap_closed(std::move(work), 0, 1, whole);
    EXPECT_EQ(work, film());
}

TEST(TrimEditsTest, NeighboursKeepApart) {
    auto work = with_middle_removed(film(), 0, 0, whole);
    work = with_part_end(std::move(work), 0, 0, 9s, whole);
    EXPECT_EQ(parts_of(work)[0].second, parts_of(work)[1].first);
    work = with_part_start(std::move(work), 0, 1, 1s, whole);
    EXPECT_EQ(parts_of(work)[0].second, parts_of(work)[1].first);
    work = with_gap_closed(std::move(work), 0, 0, whole);  // before the first part there is no gap
    EXPECT_EQ(parts_of(work).size(), 2u);
}

TEST(TrimEditsTest, TooShortAPartHasNoMiddle) {
    auto work = with_part_end(film(), 0, 0, 500ms, whole);
    EXPECT_EQ(with_middle_removed(work, 0, 0, whole), work);
    // Nor has a clip that is shorter than the least part any room to move its ends.
    const Time flash{100ms};
    work = with_part_start(film(), 0, 0, 50ms, flash);
    EXPECT_EQ(kept_parts(work, 0, flash).front().start, Time(0));
    work = with_part_end(film(), 0, 0, 50ms, flash);
    EXPECT_EQ(*kept_parts(work, 0, flash).front().end, flash);
}

TEST(TrimEditsTest, WhateverIsDoneThePartsRiseAndLieInTheClip) {
    std::mt19937 random(7);
    const auto up_to = [&](int most) {
        return static_cast<int>(random() % static_cast<unsigned>(most + 1));
    };
    for (int round = 0; round < 50; ++round) {
        auto work = film();
        for (int step = 0; step < 60; ++step) {
            const auto part = static_cast<std::size_t>(up_to(4));
            const Time at{(up_to(14'000) - 2'000) * 1000};
            switch (up_to(4)) {
                case 0: work = with_part_start(std::move(work), 0, part, at, whole); break;
                case 1: work = with_part_end(std::move(work), 0, part, at, whole); break;
                case 2: work = with_middle_removed(std::move(work), 0, part, whole); break;
                case 3: work = with_gap_closed(std::move(work), 0, part, whole); break;
                default: break;
            }
            Time before{0};
            for (const auto& kept : kept_parts(work, 0, whole)) {
                ASSERT_GE(kept.start, before);
                ASSERT_GE(*kept.end - kept.start, least_part)
                    << "round " << round << ", step " << step;
                before = *kept.end;
            }
            ASSERT_LE(before, whole);
        }
    }
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

// --- frames

TEST(FrameEditsTest, EachPlaceGetsAFrameOfItsOwnShape) {
    const std::map<std::string, PlaceFrame> shapes{
        {"instagram-feed-portrait",
         {.shape = {.turned = {1600, 1200}, .aspect = 4.0 / 5, .fit = Fit::cover, .crop = {}}}},
        {"instagram-story",
         {.shape = {.turned = {1600, 1200}, .aspect = 9.0 / 16, .fit = Fit::cover, .crop = {}}}}};
    const auto work =
        with_framing(photo_work(), 0, {"instagram-feed-portrait", "instagram-story", "unknown"},
                     shapes, {{0.3, 0.5}, 2});
    const auto& own = work.post.items[0].recipe.placements;
    ASSERT_EQ(own.size(), 2u);
    EXPECT_NEAR(own.at("instagram-feed-portrait").crop->width * 1600 /
                    (own.at("instagram-feed-portrait").crop->height * 1200),
                0.8, 1e-9);
    EXPECT_NEAR(own.at("instagram-story").crop->width * 1600 /
                    (own.at("instagram-story").crop->height * 1200),
                9.0 / 16, 1e-9);
    EXPECT_EQ(without_framing(work, 0), photo_work());
}

TEST(FrameEditsTest, ShowingAllGivesUpTheCut) {
    const std::map<std::string, PlaceFrame> shapes{
        {"instagram-story",
         {.shape = {.turned = {1600, 1200}, .aspect = 9.0 / 16, .fit = Fit::cover, .crop = {}}}}};
    auto work = with_framing(photo_work(), 0, {"instagram-story"}, shapes, {{0.3, 0.5}, 2});
    work = with_fit(std::move(work), 0, {"instagram-story"}, Fit::blur);
    const auto& own = work.post.items[0].recipe.placements.at("instagram-story");
    EXPECT_FALSE(own.crop);
    EXPECT_EQ(own.fit, Fit::blur);
}

TEST(FrameEditsTest, FourQuarterTurnsAreNoneAndCoveredPartsTurnAlong) {
    auto work = with_hidden_area(photo_work(), 0, {0.1, 0.2, 0.3, 0.1});
    const auto before = work;
    work = turned_right(std::move(work), 0);
    const auto& area = work.post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(area.x, 0.7, 1e-12);
    EXPECT_NEAR(area.y, 0.1, 1e-12);
    EXPECT_NEAR(area.width, 0.1, 1e-12);
    EXPECT_NEAR(area.height, 0.3, 1e-12);
    for (int i = 0; i < 3; ++i) work = turned_right(std::move(work), 0);
    EXPECT_EQ(work.post.items[0].recipe.turn, Turn::none);
    const auto &now = work.post.items[0].recipe.hidden[0].area,
               &was = before.post.items[0].recipe.hidden[0].area;
    EXPECT_NEAR(now.x, was.x, 1e-12);
    EXPECT_NEAR(now.y, was.y, 1e-12);
    work = mirrored(mirrored(before, 0), 0);
    EXPECT_NEAR(work.post.items[0].recipe.hidden[0].area.x, was.x, 1e-12);
    EXPECT_FALSE(work.post.items[0].recipe.mirror);
}

void expect_near(const Area& one, const Area& other) {
    EXPECT_NEAR(one.x, other.x, 1e-9);
    EXPECT_NEAR(one.y, other.y, 1e-9);
    EXPECT_NEAR(one.width, other.width, 1e-9);
    EXPECT_NEAR(one.height, other.height, 1e-9);
}

/// Whatever is pressed in whichever order: what lies under a cover in the photo lies under it in
/// the turned one.
TEST(FrameEditsTest, CoversAndKeptFacesFollowEveryTurnAndMirror) {
    const Area plate{0.1, 0.2, 0.3, 0.1}, face{0.6, 0.5, 0.1, 0.2};
    std::mt19937 random(14);
    for (int mix = 0; mix < 60; ++mix) {
        auto work = with_face_kept(with_hidden_area(photo_work(), 0, plate), 0, face, true);
        work.post.items[0].recipe.hidden.front().path = {{0s, plate}, {1s, face}};
        for (int step = 0; step < 1 + mix % 7; ++step)
            work =
                random() % 2 == 0 ? turned_right(std::move(work), 0) : mirrored(std::move(work), 0);
        const auto& recipe = work.post.items[0].recipe;
        expect_near(recipe.hidden.front().area, as_seen(plate, recipe, {1600, 1200}));
        expect_near(recipe.hidden.front().path.back().area, as_seen(face, recipe, {1600, 1200}));
        expect_near(recipe.keep_faces.front().area, as_seen(face, recipe, {1600, 1200}));
    }
}

TEST(FrameEditsTest, AMirroredPhotoTurnsToTheRightToo) {
    auto work = with_hidden_area(mirrored(photo_work(), 0), 0, {0, 0, 0.2, 0.1});
    work = turned_right(std::move(work), 0);
    // The upper left corner is the upper right one now, as seen.
    expect_near(work.post.items[0].recipe.hidden.front().area, {0.9, 0, 0.1, 0.2});
    EXPECT_EQ(work.post.items[0].recipe.turn, Turn::left) << "a recipe turns before it mirrors";
}

TEST(FrameEditsTest, AMirroredPhotoStaysStraight) {
    auto work = photo_work();
    work.post.items[0].recipe.straighten_deg = 7;
    EXPECT_EQ(mirrored(std::move(work), 0).post.items[0].recipe.straighten_deg, -7);
}

// --- faces and covers

TEST(FaceEditsTest, AKeptFaceIsKnownAgainAndHiddenAgain) {
    const Area face{0.4, 0.4, 0.1, 0.2}, other{0.7, 0.4, 0.1, 0.2};
    auto work = with_faces(photo_work(), 0, FaceChoice::hide);
    EXPECT_EQ(work.post.items[0].recipe.hide_faces, HideWith::blur);
    work = with_face_kept(std::move(work), 0, face, true);
    EXPECT_TRUE(is_face_kept(work, 0, face));
    EXPECT_FALSE(is_face_kept(work, 0, other));
    // Found a little elsewhere the next time.
    EXPECT_TRUE(is_face_kept(work, 0, {0.41, 0.39, 0.1, 0.2}));
    work = with_face_kept(std::move(work), 0, face, false);
    EXPECT_FALSE(is_face_kept(work, 0, face));
    work = with_face_kept(std::move(work), 0, face, true);
    work = with_faces(std::move(work), 0, FaceChoice::keep);
    EXPECT_FALSE(work.post.items[0].recipe.hide_faces);
    EXPECT_TRUE(work.post.items[0].recipe.keep_faces.empty());
}

TEST(FaceEditsTest, CoversAreSolidSoThatNothingCanBeReadThroughThem) {
    auto work = with_hidden_area(photo_work(), 0, {0.1, 0.1, 0.2, 0.1});
    ASSERT_EQ(work.post.items[0].recipe.hidden.size(), 1u);
    EXPECT_EQ(work.post.items[0].recipe.hidden[0].with, HideWith::solid);
    EXPECT_EQ(without_hidden_area(work, 0, 5), work);
    EXPECT_EQ(without_hidden_area(work, 0, 0), photo_work());
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
    EXPECT_EQ(with_sound(work, 4, Sound::Kind::off), work);
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
    // Whole letters only: the last one begins and ends.
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
