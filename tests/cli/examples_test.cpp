// The command line page: every example works as written, no flag is missing.
#include "support/made_audio.hpp"
#include "support/phone_photos.hpp"
#include "support/plain_film.hpp"
#include "support/run_command.hpp"
#include "support/temporary_folder.hpp"

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <regex>
#include <set>
#include <string>
#include <vector>

namespace {

using namespace mediaedit::test;

/// The words of a shell line with "double quotes" and no other syntax.
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

constexpr const char* page = MEDIAEDIT_SOURCE_FOLDER "/docs/apps/command-line.md";

std::vector<std::string> examples_in_page() {
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
    std::ofstream(folder / "recipe.json")
        << R"({"schema":"mediaedit.recipe/1","overlays":[{"kind":"text","text":"Halo"}]})";
    std::ofstream(folder / "caption.txt")
        << "Kerja bakti di Balai Desa Sukamaju, Selasa 12 Mei 2026. Ada usul? Tulis di komentar.";
    std::ofstream(folder / "form.json")
        << R"({"schema":"mediaedit.form/1","kind":"kerjabakti","fields":{"jumlah_peserta":"40","pekerjaan":"membersihkan saluran air","tempat":"Dusun Krajan","tanggal":"2026-05-17"}})";
    std::ofstream(folder / "village.json")
        << R"({"schema":"mediaedit.village/1","village":"Sukamaju","logo":"logo.png","office":{"whatsapp":"0812-0000-0000"}})";
    std::ofstream(folder / "post.json")
        << R"({"schema":"mediaedit.post/1","village":"village.json","form":"form.json","template":"activity","for":["instagram-feed-portrait","whatsapp-photo"],"items":[{"file":"photo.jpg"}]})";
    std::filesystem::create_directories(folder / "activities/one");
    std::filesystem::copy_file(folder / "photo.jpg", folder / "activities/one/photo.jpg");
    std::filesystem::copy_file(
        std::filesystem::path(MEDIAEDIT_SOURCE_FOLDER) / "samples/data/sky.mp4",
        folder / "clip.mp4");
    make_film(folder / "music.m4a", {.picture_seconds = 0});
    if (can_make_films()) write_film(folder / "video.mp4", {});
    const auto examples = examples_in_page();
    ASSERT_GE(examples.size(), 14u);
    for (const auto& example : examples) {
        auto words = words_of(example);
        words.erase(words.begin());
        if (!can_make_films() && example.find("video.mp4") != example.npos) continue;
        const auto run = run_mediaedit(words, {}, folder.path());
        EXPECT_TRUE(run.code == 0 || (words[0] == "check" && run.code == 3)) << example << "\n"
                                                                             << run.err;
    }
}

TEST(Examples, NoFlagOfTheHelpIsMissingOnThePage) {
    std::ifstream in(page);
    const std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::regex flag("--[a-z][a-z-]+");
    // Whole flags, so that "--text-at" does not stand for "--text".
    std::set<std::string> documented;
    for (std::sregex_iterator found(text.begin(), text.end(), flag), end; found != end; ++found)
        documented.insert(found->str());
    for (const std::string command :
         {"", "prepare", "edit", "check", "caption", "probe", "placements", "recipe"}) {
        const auto help =
            run_mediaedit(command.empty() ? std::vector<std::string>{"--help"}
                                          : std::vector<std::string>{command, "--help"})
                .out;
        int flags = 0;
        for (std::sregex_iterator found(help.begin(), help.end(), flag), end; found != end;
             ++found, ++flags)
            EXPECT_TRUE(documented.contains(found->str())) << found->str() << " of " << command;
        EXPECT_GT(flags, 0) << command;
    }
}

}  // namespace
