// Needs and their answers: the newest wins, needs that are dropped are stopped, and broken files
// give a sentence.
#include "worker/desk.hpp"

#include "support/made_film.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/language.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <fstream>
#include <functional>
#include <map>
#include <mutex>
#include <set>

namespace {

namespace fs = std::filesystem;
using namespace mediaedit;
using namespace mediaedit::test;
using namespace sunting;
using testing::Contains;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

class DeskTest : public testing::Test {
protected:
    TemporaryFolder folder_;
    std::mutex mutex_;
    std::condition_variable woken_;
    int wakes_ = 0;
    std::vector<Answer> come_;
    Desk desk_{[this] {
        const std::lock_guard lock(mutex_);
        ++wakes_;
        woken_.notify_all();
    }};

    fs::path photo(const std::string& name, int width = 320, int height = 240) {
        const auto file = folder_ / name;
        write_photo(file, made_scene(width, height));
        return file;
    }

    /// Takes answers until `enough`. If the desk does not answer, the test runs into its time
    /// limit.
    void wait_until(const std::function<bool()>& enough) {
        for (int seen = 0;;) {
            for (auto& answer : desk_.take()) come_.push_back(std::move(answer));
            if (enough()) return;
            std::unique_lock lock(mutex_);
            woken_.wait_for(lock, std::chrono::seconds(1), [&] { return wakes_ != seen; });
            seen = wakes_;
        }
    }

    [[nodiscard]] const Answer* answer(const std::string& slot, const std::string& key) const {
        for (const auto& one : come_)
            if (one.slot == slot && one.key == key) return &one;
        return nullptr;
    }
    [[nodiscard]] std::vector<std::string> order() const {
        std::vector<std::string> slots;
        for (const auto& one : come_) slots.push_back(one.slot + "=" + one.key);
        return slots;
    }
};

Need thumbnail(const std::string& slot, const std::string& key, const fs::path& file) {
    return {slot, key, NeedThumbnail{file, {64, 64}}};
}
Need uncut(const std::string& slot, const std::string& key, const fs::path& file,
           Time at = Time(0)) {
    return {slot, key, NeedUncut{file, {}, at, {200, 200}}};
}

template <class Kind>
std::shared_ptr<const Kind> value_of(const Answer* answer) {
    if (!answer) return {};
    const auto* value = std::get_if<std::shared_ptr<const Kind>>(&answer->value);
    return value ? *value : std::shared_ptr<const Kind>{};
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

// --- lists of files

class ListingTest : public DeskTest {
protected:
    std::shared_ptr<const Listing> list(const SourceFolder& place, bool photos, bool videos) {
        const auto key = std::to_string(++number_);
        desk_.want({{"listing", key, NeedListing{place, photos, videos}}});
        wait_until([&] { return answer("listing", key) != nullptr; });
        return value_of<Listing>(answer("listing", key));
    }
    void touch(const std::string& name, int hours_ago) {
        fs::create_directories((folder_ / name).parent_path());
        std::ofstream(folder_ / name) << "x";
        fs::last_write_time(folder_ / name,
                            fs::file_time_type::clock::now() - std::chrono::hours(hours_ago));
    }
    static std::vector<std::string> names(const Listing& listing) {
        std::vector<std::string> found;
        for (const auto& file : listing.files) found.push_back(file.file.filename().string());
        return found;
    }
    int number_ = 0;
};

TEST_F(ListingTest, TheNewestStandFirstAndOnlyWhatIsAskedFor) {
    touch("old.jpg", 50);
    touch("new.JPG", 1);
    touch("middle.heic", 10);
    touch("clip.MP4", 2);
    touch("notes.txt", 0);
    touch(".hidden.jpg", 0);
    touch("inner/deep.jpg", 0);
    const SourceFolder here{SourceFolder::Kind::folder, folder_.path()};
    const auto photos = list(here, true, false);
    EXPECT_THAT(names(*photos), testing::ElementsAre("new.JPG", "middle.heic", "old.jpg"));
    EXPECT_THAT(photos->folders,
                testing::ElementsAre(folder_.path().parent_path(), folder_ / "inner"));
    EXPECT_FALSE(photos->more);
    EXPECT_THAT(names(*list(here, false, true)), testing::ElementsAre("clip.MP4"));
    // A phone is searched through all its folders.
    EXPECT_THAT(names(*list({SourceFolder::Kind::device, folder_.path()}, true, false)),
                Contains("deep.jpg"));
}

TEST_F(ListingTest, TooManyAreCutAndSaidSo) {
    for (int i = 0; i < 130; ++i) touch(std::to_string(i) + ".jpg", i);
    const auto listing = list({SourceFolder::Kind::folder, folder_.path()}, true, false);
    EXPECT_EQ(listing->files.size(), 120u);
    EXPECT_TRUE(listing->more);
    EXPECT_EQ(names(*listing).front(), "0.jpg");
}

TEST_F(ListingTest, FoldersThatPointAtThemselvesEnd) {
    touch("a/1.jpg", 1);
    fs::create_directory_symlink(folder_.path(), folder_ / "a/round");
    EXPECT_THAT(names(*list({SourceFolder::Kind::device, folder_.path()}, true, false)),
                testing::ElementsAre("1.jpg"));
}

}  // namespace
