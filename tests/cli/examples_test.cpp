// Every example in the docs works as it stands.
#include "support/phone_photos.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <string>
#include <vector>

namespace {

using namespace mediaedit::test;

/// The words of a shell line with "double quotes" and no other magic.
std::vector<std::string> words_of(const std::string& line) {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') quoted = !quoted;
        else if (c == ' ' && !quoted) words.emplace_back();
        else words.back() += c;
    }
    return words;
}

std::vector<std::string> examples_in(const std::string& page) {
    std::ifstream in(page);
    std::vector<std::string> lines;
    bool shell = false;
    for (std::string line; std::getline(in, line);) {
        if (line.starts_with("```")) shell = line == "```sh";
        else if (shell && line.starts_with("mediaedit ")) lines.push_back(line);
    }
    return lines;
}

TEST(Examples, OfTheCommandLinePageRun) {
    TemporaryFolder folder;
    write_phone_jpeg(folder / "photo.jpg", made_scene(1600, 1200));
    write_photo(folder / "logo.png", made_scene(200, 100));
    std::ofstream(folder / "recipe.json") << R"({"schema":"mediaedit.recipe/1","overlays":[{"kind":"text","text":"Halo"}]})";
    const auto examples = examples_in(MEDIAEDIT_SOURCE_FOLDER "/docs/command-line.md");
    ASSERT_GE(examples.size(), 14u);
    for (const auto& example : examples) {
        auto words = words_of(example);
        words.erase(words.begin());
        const auto run = run_mediaedit(words, {}, folder.path());
        EXPECT_TRUE(run.code == 0 || (words[0] == "check" && run.code == 3)) << example << "\n" << run.err;
    }
}

}  // namespace
