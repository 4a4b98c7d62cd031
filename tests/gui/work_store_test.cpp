// What is kept between two starts: it comes back as it was, and is never half written.
#include "full_work.hpp"

#include "platform/person_folders.hpp"
#include "platform/replace_file.hpp"
#include "worker/work_store.hpp"

#include "support/media_files.hpp"
#include "support/temporary_folder.hpp"

#include <sys/mount.h>
#include <sys/wait.h>
#include <unistd.h>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>
#include <string>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace mediaedit;
using namespace sunting;
using namespace sunting::test;
using mediaedit::test::TemporaryFolder;
using mediaedit::test::text_of;
using testing::HasSubstr;
using testing::IsEmpty;

void write(const fs::path& file, const std::string& text) {
    fs::create_directories(file.parent_path());
    std::ofstream(file, std::ios::binary) << text;
}

TEST(WorkStoreTest, AWorkComesBackAsItWas) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    ASSERT_TRUE(store.keep(full_work()));
    const auto read = store.read(full_work().id);
    ASSERT_TRUE(read);
    EXPECT_EQ(*read, full_work());
    for (const auto task : {Task::photo, Task::video, Task::many, Task::caption}) {
        const auto work = new_work(task, full_settings(), "2026-01-01-000000-000");
        const auto again = work_from_json(to_json(work));
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, work);
    }
}

TEST(WorkStoreTest, SettingsComeBackAsTheyWere) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    ASSERT_TRUE(store.keep(full_settings()));
    EXPECT_EQ(store.settings(), full_settings());
}

TEST(WorkStoreTest, WithoutFilesItIsTheFirstStart) {
    const TemporaryFolder folder;
    const WorkStore store(folder / "none");
    EXPECT_FALSE(store.settings().greeted);
    EXPECT_EQ(store.settings().language, "id");
    EXPECT_FALSE(store.settings().results.empty());
    EXPECT_THAT(store.earlier(), IsEmpty());
    EXPECT_EQ(store.interrupted(), "");
}

TEST(WorkStoreTest, BrokenSettingsAreTheUsualOnes) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    for (const std::string text :
         {"", "{", "[]", "null", "{\"size\":\"large\"}", "{\"village\":7}", "\xFF\xFE"}) {
        write(folder / "settings.json", text);
        EXPECT_EQ(store.settings().size_percent, 100) << text;
    }
    write(
        folder / "settings.json",
        R"({"schema":"sunting.settings/1","size":9999,"language":"xx","encoded_pixels_per_s":-4})");
    EXPECT_EQ(store.settings().size_percent, 200);
    EXPECT_EQ(store.settings().language, "id");
    EXPECT_GT(store.settings().encoded_pixels_per_s, 0);
}

TEST(WorkStoreTest, ABrokenWorkIsLeftOutAndSaidWhenItIsAskedFor) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    ASSERT_TRUE(store.keep(full_work()));
    const auto text = text_of(folder.path() / "works" / (full_work().id + ".json"));
    const std::vector<std::string> broken{
        "",
        "{}",
        "[1]",
        "null",
        text.substr(0, text.size() / 2),
        R"({"schema":"sunting.work/9"})",
        R"({"schema":"sunting.work/1","id":"x","task":"cooking","folder":"","post":{}})",
        R"({"schema":"sunting.work/1","id":"x","task":"photo","folder":"","post":{"schema":"mediaedit.post/1","items":7}})"};
    int number = 0;
    for (const auto& one : broken) {
        const auto name = "broken" + std::to_string(number++);
        write(folder.path() / "works" / (name + ".json"), one);
        const auto read = store.read(name);
        ASSERT_FALSE(read) << one;
        EXPECT_FALSE(read.error().message.empty());
    }
    write(folder / "works/notes.txt", "not ours");
    fs::create_directory(folder / "works/folder.json");
    const auto earlier = store.earlier();
    ASSERT_EQ(earlier.size(), 1u);
    EXPECT_EQ(earlier[0].id, full_work().id);
    EXPECT_EQ(earlier[0].title, "Posyandu");
    EXPECT_TRUE(earlier[0].saved);
    // A broken file is not deleted.
    EXPECT_TRUE(fs::exists(folder / "works/broken0.json"));
    EXPECT_FALSE(store.read("never was"));
}

TEST(WorkStoreTest, AWriteThatWasKilledLeavesTheOldFile) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    ASSERT_TRUE(store.keep(full_work()));
    ASSERT_TRUE(store.keep(full_settings()));
    // The state after a kill between writing and renaming.
    write(folder.path() / "works" / (full_work().id + ".json.new"), "{\"schema\":\"sunt");
    write(folder / "settings.json.new", "{");
    EXPECT_EQ(*store.read(full_work().id), full_work());
    EXPECT_EQ(store.settings(), full_settings());
    EXPECT_EQ(store.earlier().size(), 1u);
    auto later = full_work();
    later.post.words["title"] = "Later";
    ASSERT_TRUE(store.keep(later));
    EXPECT_EQ(*store.read(later.id), later);
    EXPECT_FALSE(fs::exists(folder.path() / "works" / (later.id + ".json.new")));
}

TEST(WorkStoreTest, TheMarkerTellsOfAnEndWithoutAWord) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    store.now_working_on("2026-05-12-142233-045");
    EXPECT_EQ(WorkStore(folder.path()).interrupted(), "2026-05-12-142233-045");
    store.now_working_on({});
    EXPECT_EQ(WorkStore(folder.path()).interrupted(), "");
    store.now_working_on({});
}

TEST(WorkStoreTest, KeepsTheNewestTwenty) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    const auto now = fs::file_time_type::clock::now();
    for (int i = 0; i < 25; ++i) {
        auto work = photo_work();
        work.id = "2026-05-12-1422" + std::to_string(10 + i) + "-000";
        ASSERT_TRUE(store.keep(work));
        fs::last_write_time(folder.path() / "works" / (work.id + ".json"),
                            now - std::chrono::hours(100 - i));
    }
    const auto earlier = store.earlier();
    ASSERT_EQ(earlier.size(), 20u);
    EXPECT_EQ(earlier.front().id, "2026-05-12-142234-000");
    EXPECT_EQ(earlier.back().id, "2026-05-12-142215-000");
    EXPECT_EQ(std::distance(fs::directory_iterator(folder / "works"), {}), 20);
    store.forget(earlier.front().id);
    EXPECT_EQ(store.earlier().front().id, "2026-05-12-142233-000");
    store.forget("never was");
}

TEST(WorkStoreTest, FilesOfAPersonAreForThatPersonAlone) {
    const TemporaryFolder folder;
    const WorkStore store(folder.path());
    ASSERT_TRUE(store.keep(full_settings()));
    EXPECT_EQ(fs::status(folder / "settings.json").permissions() &
                  (fs::perms::group_all | fs::perms::others_all),
              fs::perms::none);
}

TEST(WorkStoreTest, LiesWhereTheRulesOfDesktopsSay) {
    setenv("HOME", "/home/ibu", 1);
    unsetenv("XDG_DATA_HOME");
    EXPECT_EQ(data_folder(), "/home/ibu/.local/share/sunting");
    setenv("XDG_DATA_HOME", "/elsewhere", 1);
    EXPECT_EQ(WorkStore().folder(), "/elsewhere/sunting");
    unsetenv("XDG_DATA_HOME");
}

TEST(WorkStoreTest, WhatCannotBeWrittenIsSaidAndLeavesTheOldFile) {
    const TemporaryFolder folder;
    write(folder / "file", "a file, not a folder");
    const WorkStore store(folder / "file");
    const auto kept = store.keep(full_settings());
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, ErrorCode::cannot_write);
    EXPECT_THAT(kept.error().message, HasSubstr("settings.json"));
    EXPECT_EQ(text_of(folder / "file"), "a file, not a folder");
}

TEST(WorkStoreTest, AFullDiskLeavesTheOldFile) {
    const TemporaryFolder folder;
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (::mount("none", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
        GTEST_SKIP() << "only who may mount can make a small disk";
    const std::unique_ptr<const fs::path, void (*)(const fs::path*)> mounted(
        &disk, [](const fs::path* path) { ::umount2(path->c_str(), MNT_DETACH); });
    const WorkStore store(disk);
    ASSERT_TRUE(store.keep(full_work()));
    const auto file = disk / "works" / (full_work().id + ".json");
    const auto before = text_of(file);
    auto large = full_work();
    large.post.captions["Facebook"] = std::string(100'000, 'x');
    const auto kept = store.keep(large);
    ASSERT_FALSE(kept);
    EXPECT_EQ(kept.error().code, ErrorCode::cannot_write);
    EXPECT_EQ(text_of(file), before);
    EXPECT_FALSE(fs::exists(file.string() + ".new"));
    ASSERT_TRUE(store.keep(full_work()));
}

}  // namespace
