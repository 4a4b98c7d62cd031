// Files of a call: sources are never written, wrong targets are refused, leftovers are removed.
#include "base/file_errors.hpp"
#include "base/guard.hpp"
#include "base/system/inputs.hpp"
#include "base/system/new_file.hpp"
#include "base/system/part_files.hpp"
#include "placement/prepare/prepared_name.hpp"
#include "support/media_files.hpp"
#include "support/phone_photos.hpp"
#include "support/temporary_folder.hpp"
#include "unit/base/system/call_targets.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/post.hpp>
#include <mediaedit/prepare.hpp>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cerrno>
#include <chrono>
#include <fstream>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

namespace {

using namespace mediaedit;
using namespace mediaedit::internal;
using namespace mediaedit::test;
using testing::ElementsAre;
namespace fs = std::filesystem;

/// Sources are never written, under any name.
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
    // The next names are taken, as after the system reused a process id.
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
