// The files of one call: names that do not meet, inputs that are not written, leftovers that do not
// stand in the way.
#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/guard.hpp"
#include "base/system/file_names.hpp"
#include "base/system/inputs.hpp"
#include "base/system/new_file.hpp"
#include "base/system/part_files.hpp"
#include "placement/prepare/prepared_name.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/prepare.hpp>
#include <mediaedit/recipe_json.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <glib.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <fstream>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using testing::ElementsAre;
namespace fs = std::filesystem;

std::vector<Placement> targets(std::initializer_list<const char*> ids) {
    std::vector<Placement> found;
    for (const char* id : ids) found.push_back(find_placement(id).value());
    return found;
}

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

TEST(SettledStems, LetterCaseAndTheWayOfAccentsMakeNoOtherName) {
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

/// Every length of name that a source can have gives a result.
TEST(LongNames, AreShortenedAndTold) {
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
                const bool told = std::ranges::any_of(
                    made[0]->notes, [](const Note& note) { return note.code == "name_shortened"; });
                EXPECT_EQ(told, stem.size() + 12 > 255) << stem.size();
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

/// What is read is never written, by whatever name.
class InputsStay : public testing::Test {
protected:
    test::TemporaryFolder folder;
    fs::path photo = folder / "p.jpg", logo = folder / "l.png";
    Recipe recipe;
    void SetUp() override {
        test::write_phone_jpeg(photo, test::made_scene(64, 48));
        test::write_photo(logo, test::made_scene(20, 10));
        recipe.overlays = {PictureOverlay{.file = logo.string()}};
        fs::create_hard_link(logo, folder / "hard.png");
        fs::create_symlink(logo, folder / "soft.png");
        fs::create_directory_symlink(folder.path(), folder / "self");
    }
    std::string bytes_of(const fs::path& file) const { return test::text_of(file); }
};

TEST_F(InputsStay, ByAnySpellingOrLink) {
    const auto before = bytes_of(logo);
    for (const auto& out :
         {logo, folder / "hard.png", folder / "soft.png", folder / "self" / "l.png",
          folder.path() / "self" / ".." / folder.path().filename() / "l.png"})
        for (const auto if_exists : {IfExists::refuse, IfExists::replace}) {
            const auto made = export_media(photo, recipe, {out, if_exists});
            ASSERT_FALSE(made) << out;
            EXPECT_EQ(made.error().code, ErrorCode::exists);
            EXPECT_EQ(bytes_of(logo), before);
            EXPECT_TRUE(fs::is_symlink(folder / "soft.png"));
        }
    EXPECT_TRUE(export_media(photo, {}, {folder / "hard.png", IfExists::replace}))
        << "read by nobody in this call";
}

TEST_F(InputsStay, OfOtherSourcesToo) {
    const auto second = folder / "p--x-post.jpg";
    test::write_phone_jpeg(second, test::made_scene(50, 50));
    const auto before = bytes_of(second);
    const std::vector<fs::path> sources{photo, second};
    std::vector<bool> made;
    prepare_all(
        sources, [](std::size_t, const MediaInfo&) { return Recipe{}; }, targets({"x-post"}),
        folder.path(), {IfExists::replace}, {},
        [&](std::size_t, auto results) { made.push_back((*results)[0].has_value()); });
    EXPECT_THAT(made, ElementsAre(false, true));
    EXPECT_EQ(bytes_of(second), before);
    EXPECT_TRUE(fs::exists(folder / "p--x-post--x-post.jpg"));
}

TEST_F(InputsStay, WhatTheCallerReadsToo) {
    const auto form = folder / "x.jpg";
    std::ofstream(form) << "{}";
    EXPECT_FALSE(
        export_media(photo, {}, {.file = form, .if_exists = IfExists::replace, .inputs = {form}}));
    const auto absent = folder / "absent.jpg";
    EXPECT_FALSE(export_media(photo, {},
                              {.file = absent,
                               .if_exists = IfExists::replace,
                               .inputs = {folder / "self" / "absent.jpg"}}));
    EXPECT_EQ(test::text_of(form), "{}");
}

TEST_F(InputsStay, OfAPostToo) {
    std::ofstream(folder / "post.json")
        << R"({"schema":"mediaedit.post/1","village":"village.json","for":["x-post"],"items":[{"file":"x/post-01-p.jpg"}]})";
    std::ofstream(folder / "village.json")
        << R"({"schema":"mediaedit.village/1","village":"Sukamaju"})";
    fs::create_directory(folder / "x");
    fs::copy_file(photo, folder / "x/post-01-p.jpg");
    fs::create_hard_link(folder / "x/post-01-p.jpg", folder / "x/post-01-post-01-p.jpg");
    const auto inputs = post_inputs(folder / "post.json");
    ASSERT_TRUE(inputs);
    EXPECT_THAT(*inputs, ElementsAre(folder / "post.json", folder / "village.json"));
    const auto before = bytes_of(folder / "post.json"),
               source = bytes_of(folder / "x/post-01-p.jpg");
    const auto made =
        make_post(read_post(folder / "post.json").value(), folder.path(), {.inputs = *inputs});
    ASSERT_TRUE(made) << made.error().message;
    ASSERT_EQ(made->failures.size(), 1U);
    EXPECT_EQ(made->failures[0].error.code, ErrorCode::exists);
    EXPECT_EQ(bytes_of(folder / "post.json"), before);
    EXPECT_EQ(bytes_of(folder / "x/post-01-post-01-p.jpg"), source);
}

TEST(FileErrors, HaveOneSentenceEachAndAPlainDetail) {
    EXPECT_EQ(errno_text(ENOENT), "No such file or directory");
    for (const int why : {ENOSPC, EDQUOT, EACCES, EPERM, EROFS, ENOENT, ENOTDIR, ELOOP,
                          ENAMETOOLONG, EINVAL, EIO, EFBIG, ETXTBSY}) {
        EXPECT_EQ(writing_error("a/b.jpg", why).code, ErrorCode::cannot_write) << why;
        EXPECT_EQ(writing_error("a/b.jpg", why).where, "a/b.jpg");
    }
    for (const int why : {EMFILE, ENFILE, ENOMEM})
        EXPECT_EQ(reading_error("a", why).code, ErrorCode::too_large);
    EXPECT_EQ(reading_error("a", ENOENT).code, ErrorCode::not_found);
    EXPECT_EQ(reading_error("a", EACCES).code, ErrorCode::unreadable);
    const auto thrown = guard([]() -> bool {
        throw std::filesystem::filesystem_error("x", "a.jpg",
                                                std::error_code(ENOSPC, std::generic_category()));
    });
    EXPECT_EQ(thrown.error().code, ErrorCode::cannot_write);
    EXPECT_EQ(thrown.error().detail, errno_text(ENOSPC));
}

TEST(OddTargets, AreRefusedWithASentence) {
    test::TemporaryFolder folder;
    const auto photo = folder / "p.jpg";
    test::write_phone_jpeg(photo, test::made_scene(64, 48));
    fs::create_symlink("loop.jpg", folder / "loop.jpg");
    fs::create_directory(folder / "folder.jpg");
    std::ofstream(folder / "file") << "x";
    ASSERT_EQ(mkfifo((folder / "pipe.jpg").c_str(), 0600), 0);
    const auto code = [&](const fs::path& out) {
        for (const auto if_exists : {IfExists::replace, IfExists::number, IfExists::refuse}) {
            const auto made = export_media(photo, {}, {out, if_exists});
            EXPECT_FALSE(made) << out;
            EXPECT_TRUE(made.error().code == ErrorCode::exists ||
                        made.error().code == ErrorCode::cannot_write)
                << out << made.error().detail;
            if (if_exists == IfExists::refuse) return made.error().code;
        }
        return ErrorCode::internal;
    };
    EXPECT_EQ(code(folder / "loop.jpg"), ErrorCode::cannot_write);
    EXPECT_EQ(code(folder / "loop.jpg" / "a.jpg"), ErrorCode::cannot_write);
    EXPECT_EQ(code(folder / "file" / "a.jpg"), ErrorCode::cannot_write);
    EXPECT_EQ(code(folder / "gone" / "a.jpg"), ErrorCode::cannot_write);
    EXPECT_EQ(code(folder / (std::string(252, 'a') + ".jpg")), ErrorCode::cannot_write);
    EXPECT_EQ(code(folder / "folder.jpg"), ErrorCode::exists);
    EXPECT_EQ(code(folder / "pipe.jpg"), ErrorCode::exists);
    EXPECT_TRUE(fs::is_fifo(folder / "pipe.jpg"));
    const auto cut = export_media(photo, {}, {folder.path() / std::string("a\0.jpg", 6)});
    EXPECT_EQ(cut.error().code, ErrorCode::bad_argument);
    EXPECT_EQ(export_media(fs::path(photo.string() + std::string("\0x", 2)), {}, {folder / "b.jpg"})
                  .error()
                  .code,
              ErrorCode::bad_argument);
    EXPECT_EQ(export_media(photo, {}, {""}).error().code, ErrorCode::bad_argument);
}

TEST(PartFiles, OfKilledProcessesDoNotBlockAndAreSwept) {
    test::TemporaryFolder folder;
    // The names that come next are taken, as when the system gives a process's number again.
    const auto next = next_part_name(folder / "a.jpg").filename().string();
    const auto number = std::stoi(next.substr(next.rfind('-') + 1));
    const auto name = [&](int process, int count) {
        return folder /
               (".a.jpg." + std::to_string(process) + "-" + std::to_string(count) + ".part");
    };
    for (int i = 1; i < 4; ++i) std::ofstream(name(getpid(), number + i)) << "left";
    const auto part = open_part_file(folder / "a.jpg");
    EXPECT_EQ(part.name.filename().string(),
              ".a.jpg." + std::to_string(getpid()) + "-" + std::to_string(number + 4) + ".part");

    const pid_t gone = fork();
    if (gone == 0) _exit(0);
    ASSERT_EQ(waitpid(gone, nullptr, 0), gone);
    std::ofstream(name(gone, 0)) << "left";
    std::ofstream(name(getppid(), 0)) << "somebody works on it";
    for (const char* other :
         {".a.jpg.part", "a.jpg.1-0.part", ".a.jpg.x-0.part", ".part", ".1-0.part"})
        std::ofstream(folder / other) << "not ours";
    fs::last_write_time(name(getpid(), number + 1),
                        fs::file_time_type::clock::now() - std::chrono::hours(1));
    sweep_part_files(folder.path());
    EXPECT_FALSE(fs::exists(name(gone, 0)));
    EXPECT_FALSE(fs::exists(name(getpid(), number + 1))) << "old, and the number is ours now";
    EXPECT_TRUE(fs::exists(name(getpid(), number + 2))) << "it may just have been made";
    EXPECT_TRUE(fs::exists(part.name));
    EXPECT_TRUE(fs::exists(name(getppid(), 0)));
    for (const char* other :
         {".a.jpg.part", "a.jpg.1-0.part", ".a.jpg.x-0.part", ".part", ".1-0.part"})
        EXPECT_TRUE(fs::exists(folder / other)) << other;
    ::close(part.descriptor);
}

}  // namespace
