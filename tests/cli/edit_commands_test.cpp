// `edit`, `trim` and `prepare`: results and reports.
#include "cli/command_fixture.hpp"
#include "support/made_film.hpp"
#include "support/made_pictures.hpp"
#include "support/phone_photos.hpp"
#include "support/plain_film.hpp"
#include "support/run_command.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;

TEST_F(Command, HideWithFollowsHideFaces) {
    const auto run = run_mediaedit({"edit", photo, "-o", results + ".jpg", "--hide-faces",
                                    "--hide-with", "solid", "--print-recipe"});
    EXPECT_EQ(run.code, 0) << run.err;
    EXPECT_EQ(json_of(run)["hide_faces"], "solid");
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", results + ".jpg", "--hide-with", "solid",
                             "--hide-faces", "--print-recipe"})
                  .code,
              2);
}

TEST_F(Command, PrepareMakesEachPlacementAndKeepsThePhoto) {
    const auto before = photo_bytes();
    const auto run = run_mediaedit(
        {"prepare", photo, "--for", "instagram-feed-portrait,facebook-link,instagram-story", "-o",
         results, "--text", "Kerja bakti", "--text-at", "bottom", "--json"});
    EXPECT_EQ(run.code, 0) << run.err;
    const auto report = json_of(run);
    EXPECT_TRUE(report["errors"].empty());
    ASSERT_EQ(report["outputs"].size(), 3u);
    const auto& first = report["outputs"][0];
    EXPECT_EQ(first["file"], results + "/kerja bakti--instagram-feed-portrait.jpg");
    EXPECT_EQ(first["placement"], "instagram-feed-portrait");
    EXPECT_EQ(first["width"], 1080);
    EXPECT_EQ(first["height"], 1350);
    EXPECT_EQ(first["mode"], "encoded");
    EXPECT_EQ(first["encoder"], "");
    EXPECT_EQ(report["outputs"][1]["width"], 1200);
    EXPECT_EQ(report["outputs"][2]["height"], 1920);
    EXPECT_EQ(photo_bytes(), before);
    for (const auto& output : report["outputs"]) {
        const auto info = json_of(run_mediaedit({"probe", output["file"], "--json"}));
        EXPECT_EQ(info["has_location"], false);
        EXPECT_EQ(info["has_owner_data"], false);
        EXPECT_EQ(info["taken_at"], nullptr);
        EXPECT_EQ(info["color"], "srgb");
        EXPECT_EQ(info["bytes"], output["bytes"]);
    }
}

TEST_F(Command, WhatPrepareMadePassesItsOwnCheck) {
    for (const char* id :
         {"instagram-feed-portrait", "instagram-feed-square", "facebook-feed-portrait", "x-post",
          "whatsapp-photo", "instagram-story", "youtube-thumbnail", "threads-post"}) {
        const auto made =
            json_of(run_mediaedit({"prepare", photo, "--for", id, "-o", results, "--json"}));
        ASSERT_EQ(made["outputs"].size(), 1u) << made.dump(1);
        const auto run =
            run_mediaedit({"check", made["outputs"][0]["file"], "--for", id, "--json"});
        EXPECT_EQ(run.code, 0) << id;
        EXPECT_TRUE(json_of(run)["findings"].empty()) << run.out;
    }
}

TEST_F(Command, AVideosReportNamesItsEncoder) {
    if (!can_make_films()) GTEST_SKIP() << "no encoder for H.264 here";
    const auto film = (folder / "video.mp4").string();
    write_film(film, {});
    const auto cut = json_of(run_mediaedit({"trim", film, "--from", "0.5", "--to", "2.5", "-o",
                                            (folder / "cut.mp4").string(), "--json"}));
    EXPECT_EQ(cut["mode"], "partly-copied") << cut.dump(1);
    EXPECT_EQ(cut["encoder"], "libx264");
    const auto sized =
        json_of(run_mediaedit({"edit", film, "-o", (folder / "sized.mp4").string(), "--resize",
                               "180x320", "--fit", "cover", "--max-bytes", "1MB", "--json"}));
    EXPECT_EQ(sized["mode"], "encoded") << sized.dump(1);
    EXPECT_EQ(sized["encoder"], "libx264");
    const auto copied = json_of(run_mediaedit({"trim", film, "--from", "0", "--to", "2", "-o",
                                               (folder / "copied.mp4").string(), "--json"}));
    EXPECT_EQ(copied["mode"], "copied") << copied.dump(1);
    EXPECT_EQ(copied["encoder"], "");
}

TEST_F(Command, AFinishedFileIsCopied) {
    const auto made = json_of(run_mediaedit({"prepare", photo, "--for", "instagram-feed-square",
                                             "-o", results, "--json"}))["outputs"][0]["file"]
                          .get<std::string>();
    const auto again = json_of(run_mediaedit({"prepare", made, "--for", "instagram-feed-square",
                                              "-o", (folder / "again").string(), "--json"}));
    EXPECT_EQ(again["outputs"][0]["mode"], "copied") << again.dump(1);
}

TEST_F(Command, AnInterlacedVideoFindsThePartThatMakesItsPicturesWhole) {
    FilmOptions options;
    options.frames = 12;
    options.options = "x264-params=tff=1";
    make_film(folder / "interlaced.mp4", options);
    const auto film = (folder / "interlaced.mp4").string();
    const auto part = folder / "part.mp4";
    const auto run = run_mediaedit({"trim", film, "--from", "0.1", "-o", part.string(), "--json"});
    ASSERT_EQ(run.code, 0) << run.err;
    EXPECT_NE(run.out.find("encoded_interlaced"), std::string::npos) << run.out;
    EXPECT_EQ(numbers_of(read_film(part)), (std::vector<int>{3, 4, 5, 6, 7, 8, 9, 10, 11}));
}

TEST_F(Command, EditTurnsCropsAndChangesTheFormat) {
    write_photo(folder / "corners.png", four_corners(400, 200));
    for (const char* ending : {"jpg", "png", "webp", "avif"}) {
        const auto out = (folder / "out.").string() + ending;
        const auto run = run_mediaedit({"edit", (folder / "corners.png").string(), "-o", out,
                                        "--turn", "right", "--crop", "0px,0px,200px,200px"});
        ASSERT_EQ(run.code, 0) << run.err;
        const auto picture = read_photo_pixels(out);
        EXPECT_EQ(picture.size(), cv::Size(200, 200));
        EXPECT_EQ(color_name(picture, 50, 100), "blue");
        EXPECT_EQ(color_name(picture, 150, 100), "red");
    }
}

TEST_F(Command, PrintRecipeIsARecipeThatDoesTheSame) {
    const auto printed = run_mediaedit({"edit",
                                        photo,
                                        "-o",
                                        (folder / "a.jpg").string(),
                                        "--resize",
                                        "600x",
                                        "--fit",
                                        "contain",
                                        "--text",
                                        "Satu",
                                        "--text-at",
                                        "top",
                                        "--text",
                                        "Dua",
                                        "--text-size",
                                        "8%",
                                        "--text-box",
                                        "--hide",
                                        "0.1,0.1,0.2,0.2",
                                        "--hide-with",
                                        "solid",
                                        "--print-recipe"});
    ASSERT_EQ(printed.code, 0) << printed.err;
    EXPECT_FALSE(std::filesystem::exists(folder / "a.jpg"));
    std::ofstream(folder / "r.json") << printed.out;
    const auto canonical = run_mediaedit({"recipe", (folder / "r.json").string()});
    EXPECT_EQ(canonical.code, 0);
    EXPECT_EQ(canonical.out, printed.out);
    const auto recipe = Json::parse(printed.out);
    EXPECT_EQ(recipe["overlays"][0]["anchor"], "top");
    EXPECT_EQ(recipe["overlays"][1]["style"], "box");
    EXPECT_EQ(recipe["canvas"]["height"], 800);
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", (folder / "b.jpg").string(), "--recipe",
                             (folder / "r.json").string()})
                  .code,
              0);
}

TEST_F(Command, ATextsStyleIsChosenAndChangesAreNoted) {
    const auto recipe =
        json_of(run_mediaedit({"edit", photo, "-o", (folder / "t.jpg").string(), "--text", "Satu",
                               "--text-style", "shadow", "--print-recipe"}));
    EXPECT_EQ(recipe["overlays"][0]["style"], "shadow");
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", (folder / "t.jpg").string(), "--text", "Satu",
                             "--text-style", "bold"})
                  .code,
              2);
    const auto report =
        json_of(run_mediaedit({"edit", photo, "-o", (folder / "t.jpg").string(), "--resize",
                               "1080x1350", "--text", "Mempertanggungjawabkan keuangan desa",
                               "--text-size", "0.3", "--font", "No Such Font", "--json"}));
    std::vector<std::string> codes;
    for (const auto& note : report["notes"]) {
        codes.push_back(note["code"]);
        const bool names_font =
            note["message"].get<std::string>().find("No Such Font") != std::string::npos;
        EXPECT_EQ(codes.back() == "font_replaced", names_font) << note;
    }
    for (const char* code : {"font_replaced", "word_broken"})
        EXPECT_NE(std::find(codes.begin(), codes.end(), code), codes.end()) << report;
}

TEST_F(Command, MixedSoundIsPartOfTheRecipe) {
    const auto audio_of = [&](std::vector<std::string> flags) {
        std::vector<std::string> words{"edit", photo, "-o", (folder / "a.jpg").string(),
                                       "--print-recipe"};
        words.insert(words.end(), flags.begin(), flags.end());
        const auto run = run_mediaedit(words);
        EXPECT_EQ(run.code, 0) << run.err;
        return json_of(run)["sound"];
    };
    // A printed recipe has no folder, so its files have absolute paths. The command runs in "/".
    const Json mixed{{"kind", "mix"}, {"file", "/music.mp3"}},
        levelled{{"kind", "mix"}, {"file", "/music.mp3"}, {"level", true}};
    EXPECT_EQ(audio_of({"--mix", "music.mp3"}), mixed);
    EXPECT_EQ(audio_of({"--sound", "keep", "--mix", "music.mp3"}), mixed);
    // In either order.
    EXPECT_EQ(audio_of({"--mix", "music.mp3", "--sound", "level"}), levelled);
    EXPECT_EQ(audio_of({"--sound", "level", "--mix", "music.mp3"}), levelled);
    const auto recipe = (folder / "r.json").string();
    std::ofstream(recipe) << R"({"schema":"mediaedit.recipe/1","sound":{"kind":"level"}})";
    EXPECT_EQ(audio_of({"--mix", "music.mp3", "--recipe", recipe}), levelled);
    std::ofstream(recipe) << R"({"schema":"mediaedit.recipe/1","sound":{"kind":"off"}})";
    EXPECT_EQ(audio_of({"--mix", "music.mp3", "--recipe", recipe}), mixed);
    for (const auto* other : {"off", "speech.mp3"}) {
        const auto run = run_mediaedit({"prepare", photo, "--for", "x-post", "-o", results, "--mix",
                                        "music.mp3", "--sound", other, "--json"});
        EXPECT_EQ(run.code, 2);
        EXPECT_EQ(json_of(run)["error"]["where"], "--mix");
    }
    EXPECT_FALSE(std::filesystem::exists(results));
}

}  // namespace
