// mediaedit post: packages from the command line, through crashes, in batches, without a network.
#include "support/made_film.hpp"
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

namespace {

using namespace mediaedit::test;
using namespace testing;
using Json = nlohmann::json;
namespace fs = std::filesystem;

class PostCommand : public Test {
protected:
    TemporaryFolder folder;

    void SetUp() override {
        write_phone_jpeg(folder / "a.jpg", made_scene(2000, 1500));
        write_phone_jpeg(folder / "b.jpg", made_scene(1500, 2000));
        make_film(folder / "clip.mp4", {.width = 640, .height = 360, .frames = 30});
    }

    [[nodiscard]] fs::path write_post(const fs::path& where, const Json& items) const {
        Json post{{"schema", "mediaedit.post/1"},
                  {"for",
                   {"instagram-feed-portrait", "instagram-story", "whatsapp-photo",
                    "facebook-feed-portrait", "facebook-reel"}},
                  {"items", items},
                  {"captions",
                   {{"Instagram",
                     "Kerja bakti di Balai Desa Sukamaju, Selasa, 12 Mei 2026. Ada usul?"}}}};
        std::ofstream(where) << post.dump();
        return where;
    }
    [[nodiscard]] Json all_items() const {
        return {{{"file", (folder / "a.jpg").string()}},
                {{"file", (folder / "b.jpg").string()}},
                {{"file", (folder / "clip.mp4").string()}}};
    }
};

TEST_F(PostCommand, MakesAPackageAndReportsIt) {
    const auto post = write_post(folder / "post.json", all_items());
    const auto run = run_mediaedit({"post", post.string(), "-o", folder / "ready", "--json"});
    EXPECT_EQ(run.code, 0) << run.err;
    const auto report = Json::parse(run.out);
    EXPECT_TRUE(report["errors"].empty());
    bool seen_reel = false;
    for (const auto& file : report["files"]) {
        EXPECT_TRUE(fs::exists(folder / "ready" / file["file"].get<std::string>())) << file;
        if (file["placement"] != "facebook-reel") continue;
        seen_reel = true;
        EXPECT_EQ(file["source"], (folder / "clip.mp4").string());
        EXPECT_EQ(file["report"]["frames_encoded"].get<int>() +
                      file["report"]["frames_copied"].get<int>(),
                  30);
    }
    EXPECT_TRUE(seen_reel);
    const auto again = run_mediaedit({"post", post.string(), "-o", folder / "ready"});
    EXPECT_EQ(again.code, 0);
    EXPECT_THAT(again.out, HasSubstr("nothing had changed"));
}

TEST_F(PostCommand, GoesOnAfterACrashWhereItStopped) {
    const auto post = write_post(folder / "post.json", all_items());
    for (int round = 0; round < 8; ++round) {
        const int process = start_mediaedit({"post", post.string(), "-o", folder / "ready"});
        std::this_thread::sleep_for(std::chrono::milliseconds(100 + 60 * round));
        kill(process, SIGKILL);
        wait_for(process);
        if (!fs::exists(folder / "ready")) continue;  // ended before it began
        for (const auto& entry : fs::recursive_directory_iterator(folder / "ready"))
            if (entry.path().extension() == ".jpg") {
                EXPECT_FALSE(read_photo_pixels(entry.path()).empty()) << entry.path();
            }
    }
    const auto run = run_mediaedit({"post", post.string(), "-o", folder / "ready", "--json"});
    EXPECT_EQ(run.code, 0) << run.err;
    int pictures = 0;
    const auto report = Json::parse(run.out);
    for (const auto& file : report["files"])
        pictures += file["placement"].get<std::string>().empty() ? 0 : 1;
    EXPECT_EQ(pictures, 2 * 4 + 2);
}

TEST_F(PostCommand, OpensNoSocket) {
    const auto post = write_post(folder / "post.json", all_items());
    ASSERT_EQ(run_mediaedit_without_network({"post", post.string(), "-o", folder / "ready"}).code,
              0);
    EXPECT_EQ(run_mediaedit_without_network({"probe", folder / "clip.mp4"}).code, 0);
    EXPECT_EQ(
        run_mediaedit_without_network({"prepare", folder / "clip.mp4", "--for", "instagram-reel",
                                       "--text", "Halo", "-o", folder / "reel"})
            .code,
        0);
    // No network access is even tried: an address is the name of a file that does not exist.
    EXPECT_EQ(run_mediaedit_without_network({"probe", "https://example.org/a.mp4"}).code, 4);
    EXPECT_EQ(run_mediaedit_without_network({"probe", "tcp://127.0.0.1:9"}).code, 4);
}

TEST_F(PostCommand, ABatchReportsWhatNeedsAPerson) {
    fs::create_directories(folder / "all/good");
    fs::create_directories(folder / "all/bad");
    fs::create_directories(folder / "all/photos");
    static_cast<void>(write_post(folder / "all/good/post.json", all_items()));
    std::ofstream(folder / "all/bad/post.json") << "{";
    fs::copy_file(folder / "a.jpg", folder / "all/photos/a.jpg");
    std::ofstream(folder / "all/photos/b.jpg") << "no photo";
    const auto like = write_post(folder / "like.json", Json::array());
    const auto run =
        run_mediaedit({"post", folder / "all", "-o", folder / "ready", "--like", like.string()});
    EXPECT_EQ(run.code, 2) << run.err;  // of the first failure: the post that is no JSON
    EXPECT_TRUE(fs::exists(folder / "ready/good/checklist.html"));
    EXPECT_TRUE(fs::exists(folder / "ready/photos/whatsapp/photo-01-a.jpg"));
    const auto table = run.out.substr(run.out.find("What needs a person:"));
    EXPECT_THAT(table, AllOf(HasSubstr("bad: "), HasSubstr("good: "), HasSubstr("photos: ")));
    const auto json = run_mediaedit(
        {"post", folder / "all", "-o", folder / "ready", "--like", like.string(), "--json"});
    EXPECT_EQ(Json::parse(json.out)["posts"].size(), 3u);
}

TEST_F(PostCommand, ChecksWithoutMaking) {
    const auto post = write_post(folder / "post.json", all_items());
    const auto run = run_mediaedit({"post", post.string(), "--check", "--json"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(Json::parse(run.out)["findings"].is_array());
    EXPECT_EQ(run_mediaedit({"post", post.string()}).code, 2);  // no output folder
}

}  // namespace
