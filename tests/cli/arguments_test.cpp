// Parsing of the command line: a flag is never a value, an empty value is one.
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace {

using namespace mediaedit::test;
using Json = nlohmann::json;
using Words = std::vector<std::string>;

constexpr const char* commands[] = {"prepare", "edit",    "trim",       "frame",  "faces", "probe",
                                    "check",   "caption", "placements", "recipe", "post"};

/// The flags with a value, as the command's help lists them.
Words flags_with_value(const std::string& command) {
    const auto help = run_mediaedit({command, "--help"}).out;
    const std::regex line(R"(\n +(?:-\w, *)?(--[a-z-]+) ([^ \n]+))");
    Words flags;
    for (std::sregex_iterator found(help.begin(), help.end(), line), end; found != end; ++found)
        flags.push_back((*found)[1]);
    return flags;
}

Json json_of(const mediaedit::test::Run& run) {
    auto document = Json::parse(run.out, nullptr, false);
    EXPECT_FALSE(document.is_discarded()) << run.out << run.err;
    return document;
}

class Arguments : public testing::Test {
protected:
    TemporaryFolder folder;
    std::string photo = (folder / "photo.jpg").string();
    std::string out = (folder / "out.jpg").string();
    void SetUp() override { write_phone_jpeg(photo, made_scene(320, 240)); }

    [[nodiscard]] Json recipe_of(Words words) const {
        words.insert(words.begin(), {"edit", photo, "-o", out, "--print-recipe"});
        const auto run = run_mediaedit(words);
        EXPECT_EQ(run.code, 0) << run.err;
        return json_of(run);
    }
    [[nodiscard]] mediaedit::test::Run edit(Words words) const {
        words.insert(words.begin(), {"edit", photo, "-o", out, "--json"});
        return run_mediaedit(words);
    }
};

TEST_F(Arguments, NoFlagOfAnyCommandTakesTheNextFlagForItsValue) {
    std::size_t tried = 0;
    for (const std::string command : commands) {
        for (const auto& flag : flags_with_value(command)) {
            for (const auto& words : {Words{flag + "=", "--quiet"}, Words{flag, "--quiet"}}) {
                if (flag == "--text-box" && words[0] == flag) continue;  // its value is optional
                if ((flag == "--kind" || flag == "--office-phone") && words[0] != flag)
                    continue;  // may be empty
                auto line = words;
                line.insert(line.begin(), {command, "--json"});
                line.push_back("a");
                const auto run = run_mediaedit(line);
                EXPECT_EQ(run.code, 2) << command << ' ' << words[0];
                const auto error = json_of(run)["error"];
                EXPECT_EQ(error["where"], flag) << command << ' ' << words[0] << ' ' << error;
                EXPECT_NE(error["message"].get<std::string>().find(flag), std::string::npos)
                    << error;
                ++tried;
            }
        }
    }
    EXPECT_GT(tried, 140u);
}

TEST_F(Arguments, WhatBeginsWithTwoHyphensIsAValueOnlyBehindEquals) {
    EXPECT_EQ(recipe_of({"--text=--hide-faces"})["overlays"][0]["text"], "--hide-faces");
    EXPECT_FALSE(recipe_of({"--text=--hide-faces"}).contains("hide_faces"));
    EXPECT_EQ(recipe_of({"--qr=a=b", "--text=x=1"})["overlays"][1]["text"], "x=1");
    EXPECT_EQ(recipe_of({"--straighten", "-1.5"})["straighten_deg"], -1.5);
    EXPECT_EQ(recipe_of({"--text={}", "--text", "[a,b]", "--text", "-"})["overlays"][1]["text"],
              "[a,b]");
    EXPECT_EQ(edit({"--text", "--hide-faces"}).code, 2);
    EXPECT_EQ(edit({"--text=", "--hide-faces"}).code, 2);
    EXPECT_EQ(edit({"--text", ""}).code, 2);
    EXPECT_FALSE(std::filesystem::exists(out));
}

TEST_F(Arguments, ABoxMayStandWithoutAColour) {
    EXPECT_FALSE(
        recipe_of({"--text", "a", "--text-box", "--text-at", "top"})["overlays"][0].contains(
            "box_color"));
    EXPECT_EQ(recipe_of({"--text", "a", "--text-box", "red"})["overlays"][0]["box_color"],
              "#c81e1e");
    EXPECT_EQ(recipe_of({"--text", "a", "--text-box=#010203"})["overlays"][0]["box_color"],
              "#010203");
}

TEST_F(Arguments, FilesWithOddNamesAreNamedBehindTwoHyphens) {
    std::filesystem::copy_file(photo, folder / "-foto.jpg");
    std::filesystem::copy_file(photo, folder / "--text");
    std::filesystem::copy_file(photo, folder / "[a].jpg");
    const auto refused = run_mediaedit({"probe", "-foto.jpg"}, {}, folder.path());
    EXPECT_EQ(refused.code, 2);
    EXPECT_NE(refused.err.find("./-foto.jpg"), std::string::npos) << refused.err;
    const auto run = run_mediaedit({"probe", "--json", "--", "-foto.jpg", "--text", "[a].jpg"}, {},
                                   folder.path());
    EXPECT_EQ(run.code, 0) << run.out;
    EXPECT_EQ(json_of(run).size(), 3u);
    EXPECT_EQ(json_of(run)[2]["file"], "[a].jpg");
    EXPECT_EQ(run_mediaedit({"edit", "./-foto.jpg", "-oa.jpg"}, {}, folder.path()).code, 0);
    EXPECT_TRUE(std::filesystem::exists(folder / "a.jpg"));
}

TEST_F(Arguments, ATrimRefusesAPhotoWhateverTheResultIsCalled) {
    for (const auto* name : {"a.jpg", "a.mp4", "a.MP4"}) {
        const auto run = run_mediaedit(
            {"trim", photo, "--from", "1", "--to", "2", "-o", (folder / name).string(), "--json"});
        EXPECT_EQ(run.code, 2) << name;
        EXPECT_EQ(json_of(run)["error"]["where"], photo) << name;
        EXPECT_FALSE(std::filesystem::exists(folder / name));
    }
}

TEST_F(Arguments, WhatIsTooMuchOrTooLittleIsNamed) {
    const auto where = [&](const Words& words) {
        auto line = words;
        line.push_back("--json");
        const auto run = run_mediaedit(line);
        EXPECT_EQ(run.code, 2) << words.back();
        return json_of(run)["error"]["where"].get<std::string>();
    };
    EXPECT_EQ(where({"edit", photo}), "--output");
    EXPECT_EQ(where({"edit", "-o", out}), "file");
    EXPECT_EQ(where({"edit", photo, "-o", out, "-o", out}), "-o");
    EXPECT_EQ(where({"edit", photo, photo, "-o", out}), photo);
    EXPECT_EQ(where({"edit", photo, "-o", out, "--hide-face"}), "--hide-face");
    EXPECT_EQ(where({"edit", photo, "-o", out, "--mirror=yes"}), "--mirror");
    EXPECT_EQ(where({"edit", photo, "-o", out, "--text"}), "--text");
    EXPECT_EQ(where({"edit", "", "-o", out}), "file");
    EXPECT_EQ(where({"edit", photo, "-o", ""}), "-o");
    EXPECT_EQ(where({"prepare", photo, "--for", "x-post", "--threads", "a", "-o", out}),
              "--threads");
    EXPECT_EQ(where({}), "");
    EXPECT_EQ(where({"edits"}), "");
}

TEST_F(Arguments, HelpAndVersionAreDocumentsToo) {
    for (const std::string command : commands) {
        const auto run = run_mediaedit({command, "--help", "--json"});
        EXPECT_EQ(run.code, 0);
        EXPECT_EQ(json_of(run)["command"], command);
        EXPECT_NE(json_of(run)["help"].get<std::string>().find("mediaedit " + command),
                  std::string::npos);
        EXPECT_NE(run_mediaedit({command, "--help"}).out.find("Example:\n  mediaedit " + command),
                  std::string::npos)
            << command;
    }
    EXPECT_NE(run_mediaedit({"--help"}).out.find("Example:"), std::string::npos);
    EXPECT_TRUE(json_of(run_mediaedit({"--json", "--help"})).contains("help"));
    EXPECT_EQ(json_of(run_mediaedit({"--version", "--json"}))["name"], "mediaedit");
    EXPECT_EQ(run_mediaedit({"edit", "--wrong", "-h"}).code, 0);
}

TEST_F(Arguments, ValuesAreTakenAsPeopleWriteThem) {
    const auto overlays = recipe_of({"--text", "a", "--text-size", "6%", "--qr", "b", "--qr-size",
                                     "0.3", "--qr", "c", "--qr-size", "30 %"})["overlays"];
    EXPECT_TRUE(!overlays[0].contains("size") || overlays[0]["size"] == 0.06);
    EXPECT_EQ(overlays[1]["size"], overlays[2]["size"]);
    EXPECT_EQ(recipe_of({"--crop", "10%,20%,50%,60 %"})["crop"],
              recipe_of({"--crop", "0.1,0.2,0.5,0.6"})["crop"]);
    EXPECT_EQ(recipe_of({"--focus", "50%, 0.3"})["focus"], Json({0.5, 0.3}));
    EXPECT_EQ(recipe_of({"--light", "10%"})["adjust"]["light"], 0.1);
    for (const char* size : {"108x135", "108X135", "108×135", "108 x 135"})
        EXPECT_EQ(recipe_of({"--resize", size})["canvas"]["height"], 135) << size;
    for (const char* bytes : {"500kb", "500 KB", "500K", "500000", "0.5mb", "0.5 MB"})
        EXPECT_EQ(edit({"--max-bytes", bytes, "--if-exists", "replace"}).code, 0) << bytes;
    for (const char* bytes : {"", "KB", "5 XB", "-5", "1e99", "5MBs"})
        EXPECT_EQ(edit({"--max-bytes", bytes}).code, 2) << bytes;
    EXPECT_EQ(edit({"--straighten", "5%"}).code, 2);
    EXPECT_EQ(run_mediaedit({"check", photo, "--for", "x-post, x-square ", "--json"}).code, 3);
    EXPECT_EQ(run_mediaedit({"check", photo, "--for", "x-post,", "--json"}).code, 2);
}

TEST_F(Arguments, HowACanvasIsFilledMayStandBeforeItsSize) {
    const auto one = recipe_of({"--fit", "blur", "--background", "red", "--resize", "108x135"});
    EXPECT_EQ(one["canvas"]["fit"], "blur");
    EXPECT_EQ(one, recipe_of({"--resize", "108x135", "--background", "red", "--fit", "blur"}));
    EXPECT_EQ(recipe_of({"--resize", "100x", "--crop", "0,0,0.5,1"}),
              recipe_of({"--crop", "0,0,0.5,1", "--resize", "100x"}));
    EXPECT_EQ(edit({"--fit", "blur"}).code, 2);
}

TEST_F(Arguments, ARecipeComesFromStandardInputAndIsFoundFromElsewhere) {
    std::filesystem::create_directories(folder / "sub");
    std::filesystem::copy_file(photo, folder / "sub/logo.jpg");
    std::ofstream(folder / "sub/r.json")
        << R"({"schema":"mediaedit.recipe/1","overlays":[{"kind":"picture","file":"logo.jpg"}]})";
    const auto printed = run_mediaedit({"recipe", "sub/r.json"}, {}, folder.path());
    ASSERT_EQ(printed.code, 0) << printed.err;
    std::ofstream(folder / "sub/r2.json") << printed.out;
    EXPECT_EQ(edit({"--recipe", (folder / "sub/r2.json").string()}).code, 0);
    EXPECT_EQ(run_mediaedit({"recipe", (folder / "sub/r2.json").string()}).out, printed.out);

    const auto read = run_mediaedit({"recipe", "-"}, {}, folder.path(), folder / "sub/r2.json");
    EXPECT_EQ(read.out, printed.out) << read.err;
    EXPECT_EQ(run_mediaedit({"edit", photo, "-o", out, "--recipe", "-", "--if-exists", "replace"},
                            {}, "/", folder / "sub/r2.json")
                  .code,
              0);
    EXPECT_EQ(run_mediaedit({"check", photo, "--for", "x-post", "--recipe", "-"}, {}, "/",
                            folder / "sub/r2.json")
                  .code,
              3);
    EXPECT_EQ(run_mediaedit({"recipe", "-"}).code, 2) << "nothing stands there";
}

TEST_F(Arguments, EveryCommandThatBuildsARecipeShowsIt) {
    const auto trimmed = run_mediaedit({"trim", "clip.mp4", "--from", "1", "--to", "2.5", "-o",
                                        "x.mp4", "--print-recipe", "--json"});
    EXPECT_EQ(json_of(trimmed)["keep"], Json::parse(R"([{"from_s":1.0,"to_s":2.5}])"));
    std::ofstream(folder / "post.json")
        << R"({"schema":"mediaedit.post/1","for":["x-post","x-square"],"items":[{"file":"photo.jpg"}]})";
    const auto post = run_mediaedit({"post", (folder / "post.json").string(), "--print-recipe"});
    ASSERT_EQ(post.code, 0) << post.err;
    EXPECT_EQ(json_of(post)["recipes"].size(), 2u);
    EXPECT_EQ(json_of(post)["recipes"][1]["placement"], "x-square");
}

}  // namespace
