// Whatever happens to the process or the disk, no name ever holds a part of a file.
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <cstdint>
#include <fstream>
#include <random>
#include <string>
#include <thread>
#include <vector>

#include <sys/mount.h>
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
        const int process = start_mediaedit({"prepare", photo, "--for", "instagram-feed-portrait,instagram-story,facebook-link,x-post", "-o", results.string(), "--text", "Halo"});
        std::this_thread::sleep_for(std::chrono::milliseconds(random() % 400));
        kill(process, SIGKILL);
        wait_for(process);
        expect_whole(results);
    }
}

TEST_F(Trust, InterruptedItSaysSoAndLeavesNothing) {
    const auto start = [&](const fs::path& results) {
        return start_mediaedit({"prepare", photo, "--for", "instagram-feed-portrait,instagram-story,facebook-link,x-post,x-square,x-portrait,facebook-feed-square,instagram-feed-tall", "-o", results.string()});
    };
    // Machines differ, and builds: the moments are parts of what an undisturbed run takes here.
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
        // 130: it was hit before it had begun to listen.
        EXPECT_TRUE(code == 6 || code == 0 || code == 128 + SIGINT) << code;
        cancelled += code == 6;
        expect_whole(results);
    }
    EXPECT_GT(cancelled, 0);
}

TEST_F(Trust, AFullDiskLeavesNothing) {
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", 0, "size=64k") != 0) GTEST_SKIP() << "mounting needs root";
    const auto run = run_mediaedit({"prepare", photo, "--for", "instagram-feed-portrait", "-o", disk.string()});
    EXPECT_EQ(run.code, 5);
    EXPECT_NE(run.err.find("full"), std::string::npos) << run.err;
    EXPECT_TRUE(fs::is_empty(disk));
    umount(disk.c_str());
}

TEST_F(Trust, AReadOnlyDiskLeavesNothing) {
    const auto disk = folder / "disk";
    fs::create_directory(disk);
    if (mount("tmpfs", disk.c_str(), "tmpfs", MS_RDONLY, "size=64k") != 0) GTEST_SKIP() << "mounting needs root";
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

/// Whether an allocator that maps terabytes in advance is part of the program.
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool maps_in_advance = true;
#elif defined(__has_feature)
constexpr bool maps_in_advance = __has_feature(address_sanitizer) || __has_feature(thread_sanitizer);
#else
constexpr bool maps_in_advance = false;
#endif

class Shortage : public Trust {
protected:
    void SetUp() override {
        Trust::SetUp();
        if (maps_in_advance) GTEST_SKIP() << "not with a sanitizer";
    }

    /// A probe, a photo with a text, a trim, an edit that encodes.
    std::vector<std::vector<std::string>> commands() const {
        const auto clip = std::string(MEDIAEDIT_SOURCE_FOLDER) + "/samples/data/sky.mp4";
        const auto out = (folder / "out").string();
        return {{"probe", clip, "--json"},
                {"prepare", photo, "--for", "x-post,facebook-link", "-o", out, "--text", "Halo", "--json", "--if-exists", "replace"},
                {"trim", clip, "--from", "0.4", "--to", "1.5", "-o", out + "/trim.mp4", "--json", "--if-exists", "replace"},
                {"edit", clip, "--keep", "0-0.3", "--resize", "640x1136", "-o", out + "/edit.mp4", "--json", "--if-exists", "replace"}};
    }

    /// Done, or told what the computer lacks: no signal, no fault of ours, no word of installing or of permissions.
    static void expect_honest(const Run& run) {
        EXPECT_TRUE(run.code == 0 || run.code == 4 || run.code == 5 || run.code == 127) << run.code << " " << run.out << run.err;
        for (const auto* misleading : {"internal", "install", "No encoder", "no encoder", "permissions", "damaged", "drive"})
            EXPECT_EQ((run.out + run.err).find(misleading), std::string::npos) << run.out << run.err;
    }
};

TEST_F(Shortage, OfMemoryIsToldAsThat) {
    fs::create_directory(folder / "out");
    for (const std::uint64_t megabytes : {120u, 180u, 240u, 300u, 360u, 440u, 520u, 700u})
        for (const auto& command : commands()) {
            SCOPED_TRACE(testing::Message() << command.front() << " with " << megabytes << " MB");
            const auto run = run_mediaedit_short_of(megabytes << 20, 0, command);
            // Below that the loader itself ends the program, with a word of its own.
            if (run.code != 127) expect_honest(run);
        }
}

TEST_F(Shortage, OfOpenFilesIsToldAsThat) {
    fs::create_directory(folder / "out");
    for (const std::uint64_t files : {5u, 6u, 7u, 8u, 10u, 14u})
        for (const auto& command : commands()) {
            SCOPED_TRACE(testing::Message() << command.front() << " with " << files << " files");
            expect_honest(run_mediaedit_short_of(0, files, command));
        }
}

}  // namespace
