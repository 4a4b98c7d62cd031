// Who may include whom: design, "Who may know whom". A wrong arrow is named by file and line.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <optional>
#include <regex>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace {

namespace fs = std::filesystem;
using namespace std::literals;

// A module includes only what stands to its left; photo and video stand side by side, and filter and tiff beside engine.
constexpr std::array<std::pair<std::string_view, int>, 11> modules{{
    {"base", 0}, {"recipe", 1}, {"plan", 2}, {"text", 3}, {"picture", 4}, {"photo", 5}, {"video", 5}, {"filter", 6}, {"tiff", 6}, {"engine", 6}, {"post", 7},
}};

std::optional<int> rank(std::string_view module) {
    const auto* found = std::ranges::find(modules, module, &std::pair<std::string_view, int>::first);
    if (found == modules.end()) return std::nullopt;
    return found->second;
}

struct Include {
    std::string name;
    bool quoted = false;
};

std::optional<Include> include_of(const std::string& line) {
    static const std::regex pattern(R"(^\s*#\s*include\s*([<"])([^>"]+)[>"])");
    std::smatch match;
    if (!std::regex_search(line, match, pattern)) return std::nullopt;
    return Include{match[2], match[1] == "\""};
}

std::string first_folder(std::string_view path) { return std::string(path.substr(0, path.find('/'))); }

/// What is wrong with an include in the file `from` (relative to the top folder); empty: nothing.
std::string wrong_arrow(const fs::path& from, const Include& include) {
    const auto path = from.generic_string();
    if (include.name.find("..") != std::string::npos) return "names a folder by .., instead of module/file.hpp";
    for (const auto* heavy : {"imgcodecs", "videoio", "highgui", "opencv2/opencv.hpp"})
        if (include.name.find(heavy) != std::string::npos) return "takes a part of OpenCV that the library must not load";

    const auto to = rank(first_folder(include.name));
    if (path.starts_with("libedit/include/")) {
        const bool standard = !include.quoted && include.name.find_first_of("/.") == std::string::npos;
        return standard || (!include.quoted && include.name.starts_with("mediaedit/")) ? "" : "a public header shows something other than the standard and <mediaedit/...>";
    }
    if (path.starts_with("libedit/src/")) {
        const auto module = first_folder(path.substr("libedit/src/"sv.size()));
        const auto own = rank(module);
        if (!own) return "lies in a folder that the order of modules does not know";
        if (!include.quoted) return "";
        if (!to) return "is written with quotes, but names no module";
        if (*to > *own || (*to == *own && first_folder(include.name) != module)) return "points from " + module + " to " + first_folder(include.name);
        return "";
    }
    return include.quoted && to ? "goes past the public headers" : "";
}

void check_folder(const fs::path& top, const char* folder, int& files) {
    if (!fs::exists(top / folder)) return;
    for (const auto& entry : fs::recursive_directory_iterator(top / folder)) {
        if (const auto kind = entry.path().extension(); kind != ".hpp" && kind != ".cpp") continue;
        ++files;
        const auto from = entry.path().lexically_relative(top);
        std::ifstream in(entry.path());
        std::string line;
        for (int number = 1; std::getline(in, line); ++number) {
            const auto include = include_of(line);
            if (!include) continue;
            const auto wrong = wrong_arrow(from, *include);
            EXPECT_EQ(wrong, "") << from.generic_string() << ':' << number << ": " << include->name << ' ' << wrong;
        }
    }
}

TEST(Layering, EveryIncludePointsToTheLeft) {
    const fs::path top = MEDIAEDIT_SOURCE_FOLDER;
    int files = 0;
    for (const char* folder : {"libedit/src", "libedit/include", "samples", "gui"}) check_folder(top, folder, files);
    EXPECT_GT(files, 30) << "the folders have moved";
}

TEST(Layering, KnowsAWrongArrow) {
    const auto wrong = [](const char* from, const char* line) { return wrong_arrow(from, include_of(line).value()); };
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"picture/picture.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/picture/a.cpp", "#include \"text/layer.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/base/a.hpp", "#include <mediaedit/result.hpp>"), "");
    EXPECT_EQ(wrong("libedit/src/text/a.cpp", "#  include \"picture/picture.hpp\""), "points from text to picture");
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"video/still.hpp\""), "points from photo to video");
    EXPECT_EQ(wrong("libedit/src/video/a.cpp", "#include \"photo/sniff.hpp\""), "points from video to photo");
    EXPECT_NE(wrong("libedit/src/photo/a.cpp", "#include \"../base/guard.hpp\""), "");
    EXPECT_NE(wrong("libedit/src/photo/a.cpp", "#include \"sniff.hpp\""), "");
    EXPECT_NE(wrong("libedit/src/picture/a.cpp", "#include <opencv2/imgcodecs.hpp>"), "");
    EXPECT_NE(wrong("libedit/include/mediaedit/a.hpp", "#include <opencv2/core.hpp>"), "");
    EXPECT_EQ(wrong("libedit/include/mediaedit/a.hpp", "#include <optional>"), "");
    EXPECT_EQ(wrong("samples/cli/a.cpp", "#include <CLI/CLI.hpp>"), "");
    EXPECT_NE(wrong("samples/cli/a.cpp", "#include \"base/guard.hpp\""), "");
    EXPECT_FALSE(include_of("// no include <mediaedit/result.hpp>"));
}

}  // namespace
