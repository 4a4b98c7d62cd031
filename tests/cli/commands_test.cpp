// The command keeps its contract: outputs, exit codes, JSON, languages.
#include "support/made_film.hpp"
#include "support/made_pictures.hpp"
#include "support/phone_photos.hpp"
#include "support/plain_film.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <iterator>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;

class Command : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string photo = (folder / "kerja bakti.jpg").string();
    std::string results = (folder / "results").string();

    void SetUp() override { write_phone_jpeg(photo, made_scene(1600, 1200), 6); }

    static Json json_of(const mediaedit::test::Run& run) {
        const auto document = Json::parse(run.out, nullptr, false);
        EXPECT_FALSE(document.is_discarded()) << run.out << run.err;
        return document;
    }
    std::string photo_bytes() const {
        std::ifstream in(photo, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }
};

TEST_F(Command, ProbeTellsWhatThePhotoIs) {
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

TEST_F(Command, ProbeListsWhatThePhotoCarriesAndNothingOfAResult) {
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

TEST_F(Command, HowFacesAreHiddenIsSaidBehindThem) {
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
               {.size = {540, 960}, .frames = 60, .sound_hz = 0, .moov_first = false});
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
    FilmWish wish;
    wish.frames = 12;
    wish.options = "x264-params=tff=1";
    make_film(folder / "interlaced.mp4", wish);
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

TEST_F(Command, ATextsStyleIsChosenAndWhatBecameOtherwiseIsNoted) {
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
    const auto sound_of = [&](std::vector<std::string> flags) {
        std::vector<std::string> words{"edit", photo, "-o", (folder / "a.jpg").string(),
                                       "--print-recipe"};
        words.insert(words.end(), flags.begin(), flags.end());
        const auto run = run_mediaedit(words);
        EXPECT_EQ(run.code, 0) << run.err;
        return json_of(run)["sound"];
    };
    // Printed, a recipe lies in no folder: its files are named whole. The command runs in "/".
    const Json mixed{{"kind", "mix"}, {"file", "/music.mp3"}},
        levelled{{"kind", "mix"}, {"file", "/music.mp3"}, {"level", true}};
    EXPECT_EQ(sound_of({"--mix", "music.mp3"}), mixed);
    EXPECT_EQ(sound_of({"--sound", "keep", "--mix", "music.mp3"}), mixed);
    // Whichever stands first.
    EXPECT_EQ(sound_of({"--mix", "music.mp3", "--sound", "level"}), levelled);
    EXPECT_EQ(sound_of({"--sound", "level", "--mix", "music.mp3"}), levelled);
    const auto recipe = (folder / "r.json").string();
    std::ofstream(recipe) << R"({"schema":"mediaedit.recipe/1","sound":{"kind":"level"}})";
    EXPECT_EQ(sound_of({"--mix", "music.mp3", "--recipe", recipe}), levelled);
    std::ofstream(recipe) << R"({"schema":"mediaedit.recipe/1","sound":{"kind":"off"}})";
    EXPECT_EQ(sound_of({"--mix", "music.mp3", "--recipe", recipe}), mixed);
    for (const auto* other : {"off", "speech.mp3"}) {
        const auto run = run_mediaedit({"prepare", photo, "--for", "x-post", "-o", results, "--mix",
                                        "music.mp3", "--sound", other, "--json"});
        EXPECT_EQ(run.code, 2);
        EXPECT_EQ(json_of(run)["error"]["where"], "--mix");
    }
    EXPECT_FALSE(std::filesystem::exists(results));
}

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
    int told = 0;
    for (const auto& note : report["outputs"][0]["notes"])
        told += note["code"] == "first_picture_only";
    EXPECT_EQ(told, 1);
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
    const auto with = [&](const char* wish) {
        auto longer = line;
        longer.insert(longer.end(), {"--if-exists", wish});
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
