// `probe`, `faces` and `check`: what they report about a file.
#include "cli/command_fixture.hpp"
#include "support/plain_film.hpp"
#include "support/run_command.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;

TEST_F(Command, ProbeDescribesThePhoto) {
    const auto run = run_mediaedit({"probe", photo, "--json"});
    EXPECT_EQ(run.code, 0);
    const auto info = json_of(run);
    EXPECT_EQ(info["kind"], "photo");
    EXPECT_EQ(info["format"], "jpeg");
    EXPECT_EQ(info["width"], 1200);
    EXPECT_EQ(info["height"], 1600);
    EXPECT_EQ(info["rotation_deg"], 90);
    EXPECT_EQ(info["hdr"], "none");
    EXPECT_EQ(info["has_location"], true);
    EXPECT_EQ(info["has_owner_data"], true);
    EXPECT_EQ(info["taken_at"], "2026-08-17T09:30:00");
    EXPECT_EQ(info["bytes"], std::filesystem::file_size(photo));
}

TEST_F(Command, ProbeListsThePhotosMetadataAndNoneOfAResult) {
    const auto carried = json_of(run_mediaedit({"probe", photo, "--json"}))["carried"];
    const auto tells = [&](const char* kind) {
        return std::any_of(carried.begin(), carried.end(),
                           [&](const Json& item) { return item["kind"] == kind; });
    };
    EXPECT_TRUE(tells("place")) << carried;
    EXPECT_TRUE(tells("device")) << carried;
    EXPECT_TRUE(tells("time")) << carried;
    const auto run =
        run_mediaedit({"edit", photo, "-o", results + "-plain.jpg", "--light", "0.1", "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_TRUE(
        json_of(run_mediaedit({"probe", results + "-plain.jpg", "--json"}))["carried"].empty());
}

TEST_F(Command, FacesAreListedAndOneCanBeKept) {
    const std::string market = MEDIAEDIT_SOURCE_FOLDER "/samples/data/market.jpg";
    const auto run = run_mediaedit({"faces", market, "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto found = json_of(run);
    EXPECT_EQ(found["kind"], "photo");
    ASSERT_GE(found["faces"].size(), 1u);
    const auto area = found["faces"][0]["area"];
    EXPECT_GE(found["faces"][0]["certainty"], 0.6);
    std::string kept;
    for (const auto& number : area) kept += (kept.empty() ? "" : ",") + number.dump();
    const auto recipe = run_mediaedit({"edit", market, "-o", results + "-kept.jpg", "--hide-faces",
                                       "--keep-face", kept, "--print-recipe"});
    EXPECT_EQ(recipe.code, 0) << recipe.err;
    EXPECT_EQ(json_of(recipe)["keep_faces"][0]["area"], area);
    EXPECT_EQ(
        run_mediaedit({"edit", market, "-o", results + "-none.jpg", "--keep-face", kept}).code, 2)
        << "nothing is hidden that could be kept";
    EXPECT_EQ(run_mediaedit({"faces", "/nowhere.jpg", "--json"}).code,
              run_mediaedit({"probe", "/nowhere.jpg", "--json"}).code);
}

TEST_F(Command, CheckNamesWhatDoesNotFit) {
    const auto run = run_mediaedit({"check", photo, "--for", "instagram-story", "--json"});
    EXPECT_EQ(run.code, 3) << run.out;
    std::vector<std::string> codes;
    const auto document = json_of(run);
    for (const auto& finding : document["findings"]) {
        codes.push_back(finding["code"]);
        EXPECT_FALSE(finding["message"].get<std::string>().empty());
    }
    EXPECT_NE(std::find(codes.begin(), codes.end(), "shape"), codes.end());
    EXPECT_NE(std::find(codes.begin(), codes.end(), "place_data"), codes.end());
}

TEST_F(Command, CheckNamesWhatDoesNotFitOfAVideo) {
    if (!can_make_films()) GTEST_SKIP() << "no encoder for H.264 here";
    write_film(folder / "video.mp4",
               {.size = {540, 960}, .frames = 60, .audio_hz = 0, .moov_first = false});
    const auto run = run_mediaedit({"check", (folder / "video.mp4").string(), "--for",
                                    "instagram-reel,tiktok-video", "--json"});
    EXPECT_EQ(run.code, 3) << run.out << run.err;
    EXPECT_EQ(run.err, "");
    std::vector<std::string> found;
    const auto document = json_of(run);
    for (const auto& finding : document["findings"])
        found.push_back(finding["placement"].get<std::string>() + " " +
                        finding["code"].get<std::string>() + " " +
                        finding["severity"].get<std::string>());
    EXPECT_EQ(found, (std::vector<std::string>{
                         "instagram-reel too_short error", "instagram-reel too_small warning",
                         "instagram-reel no_sound warning", "instagram-reel moov_last warning",
                         "tiktok-video too_small warning"}));
    EXPECT_NE(run_mediaedit({"check", (folder / "video.mp4").string(), "--for", "instagram-reel",
                             "--lang", "id"})
                  .out.find("tanpa suara"),
              std::string::npos);
}

}  // namespace
