// Whatever happens to the process or the disk, no name ever holds a part of a file.
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <random>
#include <thread>

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

}  // namespace
