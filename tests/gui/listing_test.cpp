// Lists of files: the newest first, cut where there are too many.
#include "desk_fixture.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace sunting;
using namespace sunting::test;
using testing::Contains;

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
