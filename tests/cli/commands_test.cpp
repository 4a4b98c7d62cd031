// The contract of the commands: exit codes, messages, JSON, languages.
#include "cli/command_fixture.hpp"
#include "support/run_command.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;

TEST_F(Command, ExitCodesTellWhatWentWrong) {
    const auto text = (folder / "text.jpg").string();
    std::ofstream(text) << "not a photo";
    const auto out = (folder / "out.jpg").string();
    EXPECT_EQ(run_mediaedit({}).code, 2);
    EXPECT_EQ(run_mediaedit({"dance"}).code, 2);
    EXPECT_EQ(run_mediaedit({"probe"}).code, 2);
    EXPECT_EQ(run_mediaedit({"probe", photo, "--colour"}).code, 2);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", out, "--crop", "1,2"}).code, 2);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", out, "--fit", "blur"}).code, 2);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", (folder / "out.xyz").string()}).code, 2);
    EXPECT_EQ(run_mediaedit({"prepare", photo, "--for", "myspace", "-o", results}).code, 2);
    EXPECT_EQ(run_mediaedit({"recipe", text}).code, 2);
    EXPECT_EQ(run_mediaedit({"probe", (folder / "gone.jpg").string()}).code, 4);
    EXPECT_EQ(run_mediaedit({"edit", text, "-o", out}).code, 4);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", photo}).code, 5);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", photo, "--if-exists", "replace"}).code, 5);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", (folder / "no/such/out.jpg").string()}).code, 5);
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Command, TheSentenceNamesTheFlag) {
    EXPECT_NE(run_mediaedit({"edit", photo, "-o", "x.jpg", "--crop", "1,2"}).err.find("--crop"),
              std::string::npos);
    const auto failure =
        json_of(run_mediaedit({"edit", photo, "-o", "x.jpg", "--crop", "1,2", "--json"}));
    EXPECT_EQ(failure["error"]["code"], "bad_argument");
    EXPECT_EQ(failure["error"]["where"], "--crop");
}

TEST_F(Command, OneBadFileDoesNotStopTheRest) {
    const auto broken = (folder / "broken.jpg").string();
    std::ofstream(broken) << "\xFF\xD8\xFF nothing";
    const auto run =
        run_mediaedit({"prepare", broken, photo, "--for", "x-post", "-o", results, "--json"});
    EXPECT_EQ(run.code, 4);
    const auto report = json_of(run);
    EXPECT_EQ(report["outputs"].size(), 1u);
    ASSERT_EQ(report["errors"].size(), 1u);
    EXPECT_EQ(report["errors"][0]["source"], broken);
    EXPECT_FALSE(report["errors"][0]["error"]["message"].get<std::string>().empty());
}

TEST_F(Command, APhotoForAVideoPlacementIsRefusedAlone) {
    const auto run = run_mediaedit(
        {"prepare", photo, "--for", "instagram-reel,x-post", "-o", results, "--json"});
    EXPECT_EQ(run.code, 2);
    EXPECT_EQ(json_of(run)["outputs"].size(), 1u);
    EXPECT_EQ(json_of(run)["errors"][0]["placement"], "instagram-reel");
}

TEST_F(Command, AnAnimatedFileGivesItsFirstPictureAndOneNote) {
    const auto run =
        run_mediaedit({"prepare", MEDIAEDIT_TEST_DATA "/photos/webp-animated-squares.webp", "--for",
                       "x-post", "-o", results, "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    const auto report = json_of(run);
    int notes = 0;
    for (const auto& note : report["outputs"][0]["notes"])
        notes += note["code"] == "first_picture_only";
    EXPECT_EQ(notes, 1);
}

TEST_F(Command, ATruncatedPhotoGivesItsReadablePartWithANote) {
    const auto run = run_mediaedit({"edit", MEDIAEDIT_TEST_DATA "/photos/truncated.jpg", "-o",
                                    (folder / "out.jpg").string(), "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("\"truncated\""), std::string::npos) << run.out;
}

TEST_F(Command, AMissingLogoIsNamed) {
    const auto run = run_mediaedit(
        {"edit", photo, "-o", (folder / "out.jpg").string(), "--logo", "/nowhere/logo.png"});
    EXPECT_EQ(run.code, 4);
    EXPECT_NE(run.err.find("logo.png"), std::string::npos);
    EXPECT_FALSE(std::filesystem::exists(folder / "out.jpg"));
}

TEST_F(Command, IfExistsIsObeyed) {
    const std::vector<std::string> line{"prepare", photo,   "--for", "x-post",
                                        "-o",      results, "--json"};
    const auto with = [&](const char* options) {
        auto longer = line;
        longer.insert(longer.end(), {"--if-exists", options});
        return run_mediaedit(longer);
    };
    EXPECT_EQ(run_mediaedit(line).code, 0);
    EXPECT_EQ(run_mediaedit(line).code, 5);
    EXPECT_EQ(with("replace").code, 0);
    EXPECT_EQ(json_of(with("number"))["outputs"][0]["file"],
              results + "/kerja bakti--x-post (2).jpg");
}

TEST_F(Command, ProgressIsJsonLinesThatNeverFall) {
    const auto run = run_mediaedit({"prepare", photo, "--for", "x-post,x-square", "-o", results,
                                    "--progress", "json", "--quiet"});
    EXPECT_EQ(run.code, 0);
    EXPECT_TRUE(run.out.empty());
    std::istringstream lines(run.err);
    double last = 0;
    int count = 0;
    for (std::string line; std::getline(lines, line); ++count) {
        const auto progress = Json::parse(line);
        EXPECT_GE(progress["fraction"].get<double>(), last);
        last = progress["fraction"];
        EXPECT_EQ(progress["file"], photo);
    }
    EXPECT_GE(count, 3);
    EXPECT_EQ(last, 1);
}

TEST_F(Command, SpeaksIndonesianAndEnglish) {
    const auto gone = (folder / "gone.jpg").string();
    const auto english = run_mediaedit({"probe", gone, "--lang", "en"}).err;
    const auto indonesian = run_mediaedit({"probe", gone, "--lang", "id"}).err;
    EXPECT_NE(english.find("was not found"), std::string::npos) << english;
    EXPECT_NE(indonesian.find("tidak ditemukan"), std::string::npos) << indonesian;
    EXPECT_EQ(run_mediaedit({"probe", gone}, {"LANGUAGE=id"}).err, indonesian);
    EXPECT_EQ(
        run_mediaedit({"probe", gone}, {"LANGUAGE=", "LC_ALL=", "LC_MESSAGES=id_ID.UTF-8"}).err,
        indonesian);
    const auto code =
        json_of(run_mediaedit({"probe", gone, "--lang", "id", "--json"}))["error"]["code"];
    EXPECT_EQ(code, "not_found");
    EXPECT_NE(run_mediaedit({"--help", "--lang", "id"}).out.find("media sosial"),
              std::string::npos);
}

TEST_F(Command, EachCommandHasHelpWithAnExample) {
    for (const char* name : {"probe", "placements", "prepare", "edit", "check", "recipe"}) {
        const auto run = run_mediaedit({name, "--help"});
        EXPECT_EQ(run.code, 0);
        EXPECT_NE(run.out.find(std::string("mediaedit ") + name), std::string::npos) << name;
    }
}

TEST_F(Command, PlacementsAreListed) {
    const auto list = json_of(run_mediaedit({"placements", "--json"}));
    ASSERT_GE(list.size(), 26u);
    for (const auto& placement : list) {
        for (const char* key :
             {"id", "platform", "name", "kinds", "width", "height", "min_duration_s",
              "max_duration_s", "max_bytes", "frame_rates", "safe_area", "caption_max_chars",
              "hashtags_max", "alt_text_max_chars", "source", "checked_on", "video"})
            EXPECT_TRUE(placement.contains(key)) << key;
    }
}

}  // namespace
