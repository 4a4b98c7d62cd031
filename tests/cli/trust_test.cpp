// Whatever happens to the process or the disk, no incomplete file ever has the final name.
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/sanitized.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

using namespace mediaedit::test;
namespace fs = std::filesystem;

class Trust : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string photo = (folder / "photo.jpg").string();
    void SetUp() override { write_phone_jpeg(photo, made_scene(2000, 1500)); }

    void expect_whole(const fs::path& results) const {
        if (!fs::exists(results)) return;
        for (const auto& entry : fs::directory_iterator(results)) {
            EXPECT_EQ(entry.path().extension(), ".jpg") << entry.path();
            const auto picture = read_photo_pixels(entry.path());
            EXPECT_FALSE(picture.empty()) << entry.path();
            std::ifstream in(entry.path(), std::ios::binary);
            in.seekg(-2, std::ios::end);
            EXPECT_EQ(in.get(), 0xFF);
            EXPECT_EQ(in.get(), 0xD9) << "cut short: " << entry.path();
        }
    }
};

TEST_F(Trust, KilledAtRandomMomentsNothingPartialIsLeft) {
    std::mt19937 random(20260817);
    for (int round = 0; round < 25; ++round) {
        const auto results = folder / ("round" + std::to_string(round));
        const int process =
            start_mediaedit({"prepare", photo, "--for",
                             "instagram-feed-portrait,instagram-story,facebook-link,x-post", "-o",
                             results.string(), "--text", "Halo"});
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
        kill(process, SIGKILL);
        wait_for(process);
        expect_whole(results);
    }
}

TEST_F(Trust, InterruptedItSaysSoAndLeavesNothing) {
    const auto start = [&](const fs::path& results) {
        return start_mediaedit({"prepare", photo, "--for",
                                "instagram-feed-portrait,instagram-story,facebook-link,x-post,x-"
                                "square,x-portrait,facebook-feed-square,instagram-feed-tall",
                                "-o", results.string()});
    };
    // Machines and builds differ, so the times are fractions of an undisturbed run's time here.
    const auto begun = std::chrono::steady_clock::now();
    ASSERT_EQ(wait_for(start(folder / "whole")), 0);
    const auto whole = std::chrono::steady_clock::now() - begun;
    int cancelled = 0;
    for (int round = 0; round < 12; ++round) {
        const auto results = folder / ("round" + std::to_string(round));
        const int process = start(results);
        std::this_thread::sleep_for(whole * (round + 1) / 13);
        kill(process, SIGINT);
        const int code = wait_for(process);
        // 130: the signal came before its handler was installed.
        EXPECT_TRUE(code == 6 || code == 0 || code == 128 + SIGINT) << code;
        cancelled += code == 6;
        expect_whole(results);
    }
    EXPECT_GT(cancelled, 0);
}

TEST_F(Trust, AFullDiskLeavesNothing) {
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0)
        GTEST_SKIP() << "mounting needs root";
    const auto run =
        run_mediaedit({"prepare", photo, "--for", "instagram-feed-portrait", "-o", disk.string()});
    EXPECT_EQ(run.code, 5);
    EXPECT_NE(run.err.find("full"), std::string::npos) << run.err;
    EXPECT_TRUE(fs::is_empty(disk));
    umount(disk.c_str());
}

TEST_F(Trust, AReadOnlyDiskLeavesNothing) {
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", MS_RDONLY, "size=64k") != 0)
        GTEST_SKIP() << "mounting needs root";
    const auto run = run_mediaedit({"edit", photo, "-o", (disk / "a.jpg").string()});
    EXPECT_EQ(run.code, 5);
    EXPECT_FALSE(run.err.empty());
    umount(disk.c_str());
}

TEST_F(Trust, AFolderWithoutPermissionIsRefused) {
    if (geteuid() == 0) GTEST_SKIP() << "root may write everywhere";
    const auto closed = folder / "closed";
    fs::create_directory(closed);
    fs::permissions(closed, fs::perms::owner_read | fs::perms::owner_exec);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", (closed / "a.jpg").string()}).code, 5);
    fs::permissions(closed, fs::perms::owner_all);
    EXPECT_TRUE(fs::is_empty(closed));
}

class Shortage : public Trust {
protected:
    void SetUp() override {
        Trust::SetUp();
        if (mediaedit::test::maps_in_advance) GTEST_SKIP() << "not with a sanitizer";
    }

    /// A probe, a photo with a text, a trim, an edit that encodes.
    std::vector<std::vector<std::string>> commands() const {
        const auto clip = std::string(MEDIAEDIT_SOURCE_FOLDER) + "/samples/data/sky.mp4";
        const auto out = (folder / "out").string();
        return {{"probe", clip, "--json"},
                {"prepare", photo, "--for", "x-post,facebook-link", "-o", out, "--text", "Halo",
                 "--json", "--if-exists", "replace"},
                {"trim", clip, "--from", "0.4", "--to", "1.5", "-o", out + "/trim.mp4", "--json",
                 "--if-exists", "replace"},
                {"edit", clip, "--keep", "0-0.3", "--resize", "640x1136", "-o", out + "/edit.mp4",
                 "--json", "--if-exists", "replace"}};
    }

    /// Success, or a message naming the missing resource: no signal, no `internal`, nothing about
    /// installing or permissions.
    static void expect_honest(const mediaedit::test::Run& run) {
        EXPECT_TRUE(run.code == 0 || run.code == 4 || run.code == 5 || run.code == 127)
            << run.code << " " << run.out << run.err;
        for (const auto* misleading :
             {"internal", "install", "No encoder", "no encoder", "permissions", "damaged", "drive"})
            EXPECT_EQ((run.out + run.err).find(misleading), std::string::npos)
                << run.out << run.err;
    }
};

TEST_F(Shortage, OfMemoryIsReportedAsSuch) {
    fs::create_directory(folder / "out");
    for (const std::uint64_t megabytes : {120u, 180u, 240u, 300u, 360u, 440u, 520u, 700u})
        for (const auto& command : commands()) {
            SCOPED_TRACE(testing::Message() << command.front() << " with " << megabytes << " MB");
            const auto run = run_mediaedit_short_of(megabytes << 20, 0, command);
            // Below that the dynamic loader itself fails, with its own message.
            if (run.code != 127) expect_honest(run);
        }
}

TEST_F(Shortage, OfOpenFilesIsReportedAsSuch) {
    fs::create_directory(folder / "out");
    for (const std::uint64_t files : {5u, 6u, 7u, 8u, 10u, 14u})
        for (const auto& command : commands()) {
            SCOPED_TRACE(testing::Message() << command.front() << " with " << files << " files");
            expect_honest(run_mediaedit_short_of(0, files, command));
        }
}

TEST_F(Trust, APipeIsRefusedWhereverAFileIsNamed) {
    const auto pipe = (folder / "pipe").string(), out = (folder / "out.jpg").string(),
               film = std::string(MEDIAEDIT_SOURCE_FOLDER "/samples/data/sky.mp4");
    ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
    fs::create_directory(folder / "a folder");
    for (const auto& odd : {pipe, std::string("/dev/zero"), (folder / "a folder").string()}) {
        using Words = std::vector<std::string>;
        for (const auto& words :
             {Words{"edit", film, "-o", out + ".mp4", "--sound", odd},
              Words{"edit", film, "-o", out + ".mp4", "--mix", odd},
              Words{"edit", photo, "-o", out, "--logo", odd},
              Words{"edit", photo, "-o", out, "--recipe", odd}, Words{"recipe", odd},
              Words{"probe", odd}, Words{"caption", odd, "--for", "x-post"},
              Words{"caption", "--check", odd, "--for", "x-post"},
              Words{"trim", odd, "--from", "1", "-o", out + ".mp4"}}) {
            const auto run = run_mediaedit(words);
            EXPECT_EQ(run.code, 4) << words[0] << ' ' << words[1] << ' ' << odd << ' ' << run.err;
            EXPECT_FALSE(run.err.empty());
        }
    }
    EXPECT_EQ(run_mediaedit({"post", pipe, "-o", (folder / "ready").string()}).code, 4);
}

/// A FAT drive: no unnamed files, no hard links, case-insensitive names.
TEST_F(Trust, OnAStickNamesDoNotMeetAndLeftoversGo) {
    const auto image = (folder / "image").string(), stick = (folder / "stick").string();
    fs::create_directory(stick);
    std::ofstream(image).close();
    fs::resize_file(image, 16 << 20);
    const auto make = "mkfs.vfat -n STICK " + image + " >/dev/null 2>&1 && mount -o loop,utf8 " +
                      image + " " + stick + " 2>/dev/null";
    if (std::system(make.c_str()) != 0)
        GTEST_SKIP() << "mounting a stick needs root, mkfs.vfat and a loop device";
    for (const char* name : {"Foto.jpg", "foto.JPG"}) fs::copy_file(photo, folder / name);
    const auto lengthy = (folder / (std::string(240, 'x') + ".jpg")).string();
    fs::copy_file(photo, lengthy);
    for (const auto* left : {".o.jpg.999999-0.part", ".o.jpg.999998-7.part"})
        std::ofstream(fs::path(stick) / left) << "left";
    const auto run =
        run_mediaedit({"prepare", (folder / "Foto.jpg").string(), (folder / "foto.JPG").string(),
                       lengthy, "--for", "x-post", "-o", stick});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(fs::exists(stick + "/Foto--x-post.jpg"));
    EXPECT_TRUE(fs::exists(stick + "/foto-2--x-post.jpg"));
    EXPECT_EQ(std::distance(fs::directory_iterator(stick), {}), 3)
        << "no .part of processes that are gone";
    expect_whole(stick);
    EXPECT_EQ(std::system(("umount " + stick).c_str()), 0);
}

}  // namespace
