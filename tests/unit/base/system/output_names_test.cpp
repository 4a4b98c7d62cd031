// Names of results: settled before the work, never twice, never too long.
#include "base/system/file_names.hpp"
#include "base/system/inputs.hpp"
#include "placement/prepare/prepared_name.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "unit/base/system/call_targets.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/media_info.hpp>
#include <mediaedit/placement.hpp>
#include <mediaedit/prepare.hpp>
#include <mediaedit/recipe.hpp>
#include <mediaedit/result.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glib.h>

#include <algorithm>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using testing::ElementsAre;
namespace fs = std::filesystem;

std::vector<std::string> stems(std::vector<fs::path> sources, const fs::path& folder = "/tmp") {
    std::vector<std::string> found;
    for (const auto& stem : settle_stems(sources, targets({"x-post", "instagram-story"}), folder))
        found.push_back(stem.stem);
    return found;
}

TEST(SettledStems, ASecondSourceOfAStemIsNumberedInTheOrderGiven) {
    EXPECT_THAT(stems({"A/IMG_1.JPG", "B/IMG_1.JPG", "C/IMG_1.heic"}),
                ElementsAre("IMG_1", "IMG_1-2", "IMG_1-3"));
    EXPECT_THAT(stems({"IMG_1.HEIC", "IMG_1.JPG", "other.jpg"}),
                ElementsAre("IMG_1", "IMG_1-2", "other"));
    EXPECT_THAT(stems({"a/x.jpg", "b/x.jpg", "x-2.jpg"}), ElementsAre("x", "x-2", "x-2-2"));
    EXPECT_THAT(stems({"a/x.jpg", "x-2.jpg", "b/x.jpg"}), ElementsAre("x", "x-2", "x-3"));
    EXPECT_THAT(stems({"a/x.jpg", "a/x.jpg"}), ElementsAre("x", "x-2"));
}

TEST(SettledStems, LetterCaseAndUnicodeFormDoNotMakeAnotherName) {
    EXPECT_THAT(stems({"foto.jpg", "FOTO.JPG", "Foto.png"}),
                ElementsAre("foto", "FOTO-2", "Foto-3"));
    EXPECT_THAT(stems({"caf\xC3\xA9.jpg", "cafe\xCC\x81.jpg"}),
                ElementsAre("caf\xC3\xA9", "cafe\xCC\x81-2"));
    EXPECT_THAT(stems({"\xFF\xFE.jpg", "\xFF\xFD.jpg"}), ElementsAre("\xFF\xFE", "\xFF\xFD"))
        << "no UTF-8: as they are";
}

TEST(SettledStems, AVideoAndAPhotoOfOneStemDoNotMeet) {
    test::TemporaryFolder folder;
    test::write_phone_jpeg(folder / "x.jpg", test::made_scene(64, 48));
    fs::copy_file(MEDIAEDIT_SOURCE_FOLDER "/samples/data/sky.mp4", folder / "x.mp4");
    EXPECT_THAT(stems({folder / "x.jpg", folder / "x.mp4"}), ElementsAre("x", "x"));
}

TEST(SettledStems, AnIdThatLeadsOutOfTheFolderIsRefused) {
    for (const char* id : {"../x", "a/b", "..", "", "a\\b", "a\nb", "x..y"}) {
        EXPECT_FALSE(is_plain_id(id)) << id;
        std::vector<Placement> list = targets({"x-post"});
        list[0].id = id;
        const auto results = prepare("a.jpg", {}, list, "/tmp");
        EXPECT_EQ(results[0].error().code, ErrorCode::bad_argument) << id;
    }
    EXPECT_TRUE(is_plain_id("x-post"));
}

TEST(ShortenedStem, IsCutWhereALetterEnds) {
    EXPECT_EQ(shortened_stem("abcdef", 2, 8), "abcdef");
    EXPECT_EQ(shortened_stem("abcdef", 4, 8), "abcd");
    EXPECT_EQ(shortened_stem("ab\xC3\xA9", 0, 3), "ab");
    EXPECT_EQ(shortened_stem("abe\xCC\x81z", 0, 3), "ab") << "the accent belongs to its letter";
    const std::string family = "\U0001F468\u200D\U0001F469\u200D\U0001F467",
                      flag = "\U0001F1EE\U0001F1E9", thumb = "\U0001F44D\U0001F3FD";
    for (std::size_t most = 1; most < 1 + family.size(); ++most)
        EXPECT_EQ(shortened_stem("a" + family, 0, most), "a") << most;
    for (std::size_t most = 8; most < 16; ++most)
        EXPECT_EQ(shortened_stem(flag + flag, 0, most), flag) << most;
    for (std::size_t most = 1; most < 1 + thumb.size(); ++most)
        EXPECT_EQ(shortened_stem("a" + thumb, 0, most), "a") << most;
    EXPECT_EQ(shortened_stem("\xFF\xFF\xFF", 0, 2), "\xFF\xFF");
}

/// Source names of every possible length give a result.
TEST(LongNames, AreShortenedAndReported) {
    test::TemporaryFolder folder;
    const auto target = targets({"x-post"});
    for (const std::string letter : {"a", "\xC3\xA9", "e\xCC\x81", "\U0001F1EE\U0001F1E9"})
        for (const std::size_t length : {200U, 227U, 240U, 251U}) {
            std::string stem;
            while (stem.size() + letter.size() <= length) stem += letter;
            const auto photo = folder / (stem + ".jpg");
            test::write_phone_jpeg(photo, test::made_scene(64, 48));
            for (const auto if_exists : {IfExists::replace, IfExists::number}) {
                const auto made = prepare(photo, {}, target, folder / "out", {if_exists});
                ASSERT_TRUE(made[0]) << made[0].error().message << made[0].error().detail;
                const auto name = made[0]->file.filename().string();
                EXPECT_LE(name.size(), 255U);
                EXPECT_TRUE(g_utf8_validate(name.c_str(), -1, nullptr));
                EXPECT_TRUE(fs::exists(made[0]->file));
                const bool reported = std::ranges::any_of(
                    made[0]->notes, [](const Note& note) { return note.code == "name_shortened"; });
                EXPECT_EQ(reported, stem.size() + 12 > 255) << stem.size();
            }
        }
    const auto two = std::string(240, 'a');
    EXPECT_THAT(stems({two + "b.jpg", two + "c.jpg"}).back(), testing::EndsWith("a-2"));
}

TEST(Outputs, OfOneNameAreSettledInTheOrderOfTheJobs) {
    test::TemporaryFolder folder;
    const auto photo = folder / "p.jpg", out = folder / "out.jpg";
    test::write_phone_jpeg(photo, test::made_scene(64, 48));
    Recipe wide;
    wide.canvas = Canvas{{40, 10}};
    const auto made = [&](IfExists if_exists, const fs::path& other) {
        const std::vector<Job> jobs{{{}, {out, if_exists}}, {wide, {other, if_exists}}};
        return export_many(photo, jobs);
    };
    fs::create_directory_symlink(folder.path(), folder / "link");
    for (const auto& other : {out, folder / "link" / "out.jpg", folder.path() / "." / "out.jpg"})
        for (const auto if_exists : {IfExists::refuse, IfExists::replace}) {
            fs::remove(out);
            const auto results = made(if_exists, other);
            ASSERT_TRUE(results[0]);
            ASSERT_FALSE(results[1]) << other;
            EXPECT_EQ(results[1].error().code, ErrorCode::exists);
            EXPECT_NE(test::read_photo_pixels(out).cols, 40);
        }
    const auto numbered = made(IfExists::number, out);
    EXPECT_EQ(numbered[0]->file, folder / "out (2).jpg");
    EXPECT_EQ(numbered[1]->file, folder / "out (3).jpg");
}

}  // namespace
