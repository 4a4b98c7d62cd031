// Needs and their answers: the newest wins, needs that are dropped are stopped, and broken files
// give a sentence.
#include "desk_fixture.hpp"

#include "support/made_film.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/language.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace mediaedit;
using namespace mediaedit::test;
using namespace sunting;
using namespace sunting::test;
using testing::HasSubstr;
using testing::Not;

Need thumbnail(const std::string& slot, const std::string& key, const fs::path& file) {
    return {slot, key, NeedThumbnail{file, {64, 64}}};
}
Need uncut(const std::string& slot, const std::string& key, const fs::path& file,
           Time at = Time(0)) {
    return {slot, key, NeedUncut{file, {}, at, {200, 200}}};
}

TEST_F(DeskTest, EveryKindOfNeedIsAnswered) {
    const auto file = photo("foto.jpg"), film = folder_ / "film.mp4";
    make_film(film, {.frames = 30});
    auto post = std::make_shared<Post>();
    post->placements = {"instagram-feed-portrait"};
    post->items = {PostItem{.file = file}};
    desk_.want(
        {thumbnail("thumb", "1", file),
         {"facts", "1", NeedFacts{file}},
         uncut("uncut:0", "1", file),
         {"shown", "1", NeedResult{post, 0, "instagram-feed-portrait", {}, Time(0), {200, 250}}},
         {"strip", "1", NeedStrip{.file = film, .pictures = 5, .within = {40, 30}}},
         {"listing", "1", NeedListing{{SourceFolder::Kind::folder, folder_.path()}, true, true}},
         {"findings", "1", NeedFindings{post}}});
    wait_until([&] { return come_.size() >= 7; });
    EXPECT_EQ(come_.size(), 7u);
    for (const auto& one : come_) EXPECT_EQ(one.error, "") << one.slot;
    EXPECT_EQ(value_of<PictureView>(answer("thumb", "1"))->size, (PixelSize{64, 48}));
    EXPECT_EQ(value_of<SourceFacts>(answer("facts", "1"))->info.size, (PixelSize{320, 240}));
    EXPECT_TRUE(value_of<SourceFacts>(answer("facts", "1"))->subjects);
    EXPECT_EQ(value_of<PictureView>(answer("uncut:0", "1"))->size, (PixelSize{200, 150}));
    EXPECT_EQ(value_of<PictureView>(answer("shown", "1"))->size, (PixelSize{200, 250}));
    EXPECT_EQ(value_of<Strip>(answer("strip", "1"))->pictures.size(), 5u);
    EXPECT_EQ(value_of<Listing>(answer("listing", "1"))->files.size(), 2u);
    EXPECT_TRUE(value_of<std::vector<PostFinding>>(answer("findings", "1")));
    // Answered once, although they are needed further.
    desk_.want({thumbnail("thumb", "1", file)});
    desk_.want({thumbnail("thumb", "1", file), uncut("uncut:0", "2", file)});
    wait_until([&] { return answer("uncut:0", "2") != nullptr; });
    EXPECT_EQ(std::ranges::count(order(), "thumb=1"), 1);
}

TEST_F(DeskTest, TheNewestNeedOfASlotWins) {
    const auto file = photo("foto.jpg", 1600, 1200);
    for (int i = 0; i < 200; ++i)
        desk_.want(
            {{"uncut:0", std::to_string(i), NeedUncut{file, {}, Time(0), {10 + i, 10 + i}}}});
    wait_until([&] { return answer("uncut:0", "199") != nullptr; });
    EXPECT_EQ(value_of<PictureView>(answer("uncut:0", "199"))->size.width, 209);
    // The last answer belongs to the last need, and not all of those between were answered.
    EXPECT_EQ(come_.back().key, "199");
    EXPECT_LT(come_.size(), 200u);
}

TEST_F(DeskTest, ADroppedNeedIsStoppedAndMayBeAskedAgain) {
    const auto film = folder_ / "film.mp4", file = photo("foto.jpg");
    make_film(film, {.width = 640, .height = 480, .frames = 200});
    desk_.want({{"strip", "1", NeedStrip{.file = film, .pictures = 60, .within = {160, 120}}}});
    desk_.want({thumbnail("thumb", "1", file)});
    wait_until([&] { return answer("thumb", "1") != nullptr; });
    EXPECT_FALSE(answer("strip", "1"));
    desk_.want({{"strip", "1", NeedStrip{.file = film, .pictures = 3, .within = {16, 12}}}});
    wait_until([&] { return answer("strip", "1") != nullptr; });
    EXPECT_EQ(value_of<Strip>(answer("strip", "1"))->pictures.size(), 3u);
}

TEST_F(DeskTest, CardsTakeTurnsWhileThePhotoIsMoved) {
    const auto file = photo("foto.jpg", 1600, 1200);
    std::set<std::string> slots;
    // A drag asks for all of them again, faster than they can be drawn.
    for (int round = 0; slots.size() < 6; ++round) {
        std::vector<Need> needs;
        for (int card = 0; card < 6; ++card)
            needs.push_back(uncut("card:0:" + std::to_string(card), std::to_string(round), file));
        desk_.want(std::move(needs));
        const auto before = come_.size();
        wait_until([&] { return come_.size() > before; });
        for (const auto& one : come_) slots.insert(one.slot);
        ASSERT_LT(round, 30) << "a card starves";
    }
}

TEST_F(DeskTest, TheMostUrgentComesFirst) {
    const auto file = photo("foto.jpg", 1600, 1200);
    std::vector<Need> needs{uncut("uncut:0", "1", file)};
    for (int card = 0; card < 5; ++card)
        needs.push_back(uncut("card:0:" + std::to_string(card), "1", file));
    desk_.want(needs);
    wait_until([&] { return come_.size() == 6; });
    EXPECT_EQ(come_.front().slot, "uncut:0");
}

TEST_F(DeskTest, BrokenFilesAnswerWithASentence) {
    const auto photos = mediaedit::test::data_folder() / "photos";
    std::vector<Need> needs;
    const std::vector<fs::path> broken{
        photos / "corrupt-broken.png",
        photos / "truncated-header.jpg",
        photos / "bomb-gif.gif",
        mediaedit::test::data_folder() / "videos" / "corrupt-unreadable.mp4",
        folder_ / "never was.jpg",
        folder_.path()};
    for (std::size_t i = 0; i < broken.size(); ++i) {
        const auto number = std::to_string(i);
        needs.push_back(thumbnail("thumb:" + number, "1", broken[i]));
        needs.push_back({"facts:" + number, "1", NeedFacts{broken[i]}});
        needs.push_back(uncut("uncut:" + number, "1", broken[i]));
    }
    needs.push_back(
        {"listing", "1", NeedListing{{SourceFolder::Kind::folder, folder_ / "none"}, true, false}});
    needs.push_back(
        {"strip", "1",
         NeedStrip{.file = photos / "corrupt-broken.png", .pictures = 3, .within = {16, 12}}});
    const auto expected = needs.size();
    desk_.want(needs);
    wait_until([&] { return come_.size() >= expected; });
    for (const auto& one : come_) {
        EXPECT_FALSE(one.error.empty()) << one.slot;
        EXPECT_EQ(one.error.back(), '.') << one.error;
        EXPECT_THAT(one.error, Not(HasSubstr("{")));
        EXPECT_TRUE(std::holds_alternative<std::monostate>(one.value));
    }
}

TEST_F(DeskTest, AFileThatWasReplacedIsReadAnew) {
    const auto file = photo("foto.jpg", 320, 240);
    desk_.want({uncut("uncut:0", "1", file)});
    wait_until([&] { return answer("uncut:0", "1") != nullptr; });
    write_photo(file, made_scene(240, 320));
    fs::last_write_time(file, fs::last_write_time(file) + std::chrono::seconds(2));
    desk_.want({uncut("uncut:0", "2", file)});
    wait_until([&] { return answer("uncut:0", "2") != nullptr; });
    EXPECT_EQ(value_of<PictureView>(answer("uncut:0", "2"))->size, (PixelSize{150, 200}));
}

TEST_F(DeskTest, WhatAllShareChangesWhileNothingIsWorkedOn) {
    const auto file = photo("foto.jpg", 1600, 1200);
    for (int round = 0; round < 5; ++round) {
        desk_.want({uncut("uncut:0", std::to_string(round), file)});
        bool done = false;
        desk_.meanwhile([&] { done = true; });
        EXPECT_TRUE(done);
    }
}

TEST(DeskEndTest, EndsWhileItIsBusy) {
    const TemporaryFolder folder;
    const auto film = folder / "film.mp4", file = folder / "foto.jpg";
    make_film(film, {.width = 640, .height = 480, .frames = 200});
    write_photo(file, made_scene(1600, 1200));
    for (int round = 0; round < 3; ++round) {
        Desk desk([] {});
        desk.want({{"strip", "1", NeedStrip{.file = film, .pictures = 400, .within = {160, 120}}},
                   uncut("uncut:0", "1", file),
                   {"facts", "1", NeedFacts{file}}});
    }
}

}  // namespace
