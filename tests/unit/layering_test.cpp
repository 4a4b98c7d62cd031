// Which room may include which. A wrong include is named by file and line; docs/architecture.md
// shows the rooms.
#include "unit/layering_rooms.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <optional>
#include <regex>
#include <set>
#include <string>
#include <string_view>

namespace {

namespace fs = std::filesystem;
using namespace std::literals;
using namespace mediaedit::test;

bool is_of_the_system(std::string_view header) {
    static constexpr std::array names{"dirent.h"sv, "dlfcn.h"sv,   "execinfo.h"sv, "fcntl.h"sv,
                                      "malloc.h"sv, "poll.h"sv,    "pthread.h"sv,  "pwd.h"sv,
                                      "sched.h"sv,  "signal.h"sv,  "spawn.h"sv,    "termios.h"sv,
                                      "unistd.h"sv, "windows.h"sv, "csignal"sv};
    return header.starts_with("sys/") || std::ranges::find(names, header) != names.end();
}

bool is_inside(std::string_view path, std::string_view room) {
    return path == room || (path.starts_with(room) && path.substr(room.size()).starts_with('/'));
}

std::optional<std::ptrdiff_t> rank(std::string_view room) {
    const auto found = std::ranges::find(rooms, room, &Room::path);
    if (found == rooms.end()) return std::nullopt;
    return found - rooms.begin();
}

std::string room_of(std::string_view file) {
    const auto last = file.rfind('/');
    return std::string(file.substr(0, last == std::string_view::npos ? 0 : last));
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

/// What is wrong with an include in the file `from` (relative to the top folder); empty if nothing.
std::string wrong_arrow(const fs::path& from, const Include& include) {
    const auto path = from.generic_string();
    if (include.name.find("..") != std::string::npos)
        return "names a folder by .., instead of room/file.hpp";
    for (const auto* heavy : {"imgcodecs", "videoio", "highgui", "opencv2/opencv.hpp"})
        if (include.name.find(heavy) != std::string::npos)
            return "takes a part of OpenCV that the library must not load";

    if (is_of_the_system(include.name) &&
        std::ranges::none_of(corners,
                             [&](std::string_view corner) { return path.starts_with(corner); }))
        return "asks the operating system outside its corner";

    const auto to = rank(room_of(include.name));
    if (path.starts_with("libedit/include/")) {
        const bool standard =
            !include.quoted && include.name.find_first_of("/.") == std::string::npos;
        return standard || (!include.quoted && include.name.starts_with("mediaedit/"))
                   ? ""
                   : "a public header shows something other than the standard and <mediaedit/...>";
    }
    if (path.starts_with("libedit/src/")) {
        const auto room = room_of(path.substr("libedit/src/"sv.size())),
                   other = room_of(include.name);
        const auto own = rank(room);
        if (!own) return "lies in a folder that the order of rooms does not know";
        if (!include.quoted) return "";
        if (!to) return "is written with quotes, but names no room";
        const auto wrong = "points from " + room + " to " + other;
        for (const auto& part : late_parts)
            if (is_inside(other, part.room) && !is_inside(room, part.room) &&
                include.name != part.door)
                return wrong + ", which is loaded late";
        if (is_inside(room, "video") && is_inside(other, "photo"))
            return wrong + ", which stands beside it";
        const bool is_inner = path.ends_with(".cpp") && other != room && is_inside(other, room);
        return *to <= *own || is_inner ? "" : wrong;
    }
    if (include.quoted && to) return "goes past the public headers";
    if (path.starts_with("gui/") && include.quoted) {
        const auto room = room_of(path.substr("gui/"sv.size())), other = room_of(include.name);
        const auto own = std::ranges::find(gui_rooms, room),
                   wanted = std::ranges::find(gui_rooms, other);
        if (own == gui_rooms.end())
            return "lies in a folder of the window that the order of rooms does not know";
        if (wanted > own || (room == "worker" && is_inside(other, "view")))
            return "points from " + room + " to " + other;
    }
    return "";
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
            EXPECT_EQ(wrong, "") << from.generic_string() << ':' << number << ": " << include->name
                                 << ' ' << wrong;
        }
    }
}

TEST(Layering, EveryIncludePointsUpTheList) {
    const fs::path top = MEDIAEDIT_SOURCE_FOLDER;
    int files = 0;
    for (const char* folder : {"libedit/src", "libedit/include", "samples", "gui"})
        check_folder(top, folder, files);
    EXPECT_GT(files, 30) << "the folders have moved";
}

// More files mean that the room holds more than one subject.
TEST(Layering, NoRoomHoldsMoreThanThirtyFiles) {
    const fs::path src = fs::path(MEDIAEDIT_SOURCE_FOLDER) / "libedit" / "src";
    for (const auto& room : rooms) {
        const bool is_there = fs::exists(src / room.path);
        EXPECT_TRUE(is_there) << room.path;
        if (!is_there) continue;
        EXPECT_LE(std::ranges::count_if(fs::directory_iterator(src / room.path),
                                        [](const auto& entry) { return entry.is_regular_file(); }),
                  30)
            << room.path;
    }
}

/// The rooms that each room's files include, without those that another of them already includes.
std::map<std::string, std::set<std::string>> arrows() {
    const fs::path src = fs::path(MEDIAEDIT_SOURCE_FOLDER) / "libedit" / "src";
    std::map<std::string, std::set<std::string>> direct;
    for (const auto& room : rooms)
        for (const auto& entry : fs::directory_iterator(src / room.path)) {
            std::ifstream in(entry.path());
            for (std::string line; entry.is_regular_file() && std::getline(in, line);)
                if (const auto include = include_of(line); include && include->quoted) {
                    const auto other = room_of(include->name);
                    if (rank(other) < rank(room.path)) direct[std::string(room.path)].insert(other);
                }
        }
    std::map<std::string, std::set<std::string>> below, drawn;
    for (const auto& room : rooms) {
        const std::string path(room.path);
        for (const auto& other : direct[path]) {
            below[path].insert(other);
            below[path].insert(below[other].begin(), below[other].end());
        }
        for (const auto& other : direct[path])
            if (std::ranges::none_of(direct[path], [&](const std::string& third) {
                    return below[third].contains(other);
                }))
                drawn[path].insert(other);
    }
    return drawn;
}

std::string drawing() {
    auto stands_on = arrows();
    std::string text = "| room | its job | stands on |\n|---|---|---|\n";
    for (const auto& room : rooms) {
        if (room.job.empty()) continue;
        std::string others;
        for (const auto& other : stands_on[std::string(room.path)])
            others += (others.empty() ? "`" : ", `") + other + "`";
        text += "| `" + std::string(room.path) + "` | " + std::string(room.job) + " | " + others +
                " |\n";
    }
    return text;
}

// MEDIAEDIT_DRAW=1 updates it.
TEST(Layering, TheArchitecturePageShowsTheRoomsAsTheyAre) {
    const auto page = fs::path(MEDIAEDIT_SOURCE_FOLDER) / "docs" / "architecture.md";
    std::ifstream in(page);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    constexpr auto from = "<!-- rooms, by tests/unit/layering_test.cpp -->\n"sv,
                   until = "<!-- end of rooms -->"sv;
    const auto begin = text.find(from), end = text.find(until);
    ASSERT_NE(begin, std::string::npos);
    ASSERT_NE(end, std::string::npos);
    const auto now = drawing();
    if (std::getenv("MEDIAEDIT_DRAW")) {
        text.replace(begin + from.size(), end - begin - from.size(), now);
        std::ofstream(page) << text;
        return;
    }
    EXPECT_EQ(text.substr(begin + from.size(), end - begin - from.size()), now)
        << "Run this test with MEDIAEDIT_DRAW=1.";
}

TEST(Layering, KnowsAWrongArrow) {
    const auto wrong = [](const char* from, const char* line) {
        return wrong_arrow(from, include_of(line).value());
    };
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"picture/picture.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/picture/a.cpp", "#include \"text/layer.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/base/a.hpp", "#include <mediaedit/result.hpp>"), "");
    EXPECT_EQ(wrong("libedit/src/text/a.cpp", "#  include \"picture/picture.hpp\""),
              "points from text to picture");
    EXPECT_EQ(wrong("libedit/src/video/audio/a.cpp", "#include \"video/decode/a.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/video/audio/a.cpp", "#include \"video/trim/a.hpp\""),
              "points from video/audio to video/trim");
    EXPECT_EQ(wrong("libedit/src/video/a.cpp", "#include \"video/trim/a.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/video/a.hpp", "#include \"video/trim/a.hpp\""),
              "points from video to video/trim");
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"video/a.hpp\""),
              "points from photo to video, which is loaded late");
    EXPECT_EQ(wrong("libedit/src/video/a.cpp", "#include \"photo/sniff.hpp\""),
              "points from video to photo, which stands beside it");
    EXPECT_EQ(wrong("libedit/src/engine/a.cpp", "#include \"video/export/a.hpp\""),
              "points from engine to video/export, which is loaded late");
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"photo/tiff/tiff_part.hpp\""), "");
    EXPECT_EQ(wrong("libedit/src/photo/a.cpp", "#include \"photo/tiff/rows.hpp\""),
              "points from photo to photo/tiff, which is loaded late");
    EXPECT_NE(wrong("libedit/src/photo/a.cpp", "#include \"../base/guard.hpp\""), "");
    EXPECT_NE(wrong("libedit/src/photo/a.cpp", "#include \"sniff.hpp\""), "");
    EXPECT_NE(wrong("libedit/src/picture/a.cpp", "#include <opencv2/imgcodecs.hpp>"), "");
    EXPECT_NE(wrong("libedit/include/mediaedit/a.hpp", "#include <opencv2/core.hpp>"), "");
    EXPECT_EQ(wrong("libedit/include/mediaedit/a.hpp", "#include <optional>"), "");
    EXPECT_EQ(wrong("libedit/src/base/system/a_posix.cpp", "#include <sys/stat.h>"), "");
    EXPECT_NE(wrong("libedit/src/video/a.cpp", "#include <unistd.h>"), "");
    EXPECT_NE(wrong("gui/worker/a.cpp", "#include <fcntl.h>"), "");
    EXPECT_EQ(wrong("gui/worker/a.cpp", "#include \"model/state.hpp\""), "");
    EXPECT_EQ(wrong("gui/worker/a.cpp", "#include \"view/screens/screens.hpp\""),
              "points from worker to view/screens");
    EXPECT_EQ(wrong("gui/model/a.cpp", "#include \"worker/desk.hpp\""),
              "points from model to worker");
    EXPECT_EQ(wrong("samples/cli/a.cpp", "#include <CLI/CLI.hpp>"), "");
    EXPECT_NE(wrong("samples/cli/a.cpp", "#include \"base/guard.hpp\""), "");
    EXPECT_FALSE(include_of("// no include <mediaedit/result.hpp>"));
}

/// Types of one name in two files make one program undefined, and no linker says so.
TEST(Layering, ATypesNameIsUniqueInTheLibrary) {
    static const std::regex type(
        R"(^(?:struct|class|enum class|union) (?:MEDIAEDIT_\w+ )?(\w+)(?: final)?(?: :[^;]*)? \{)");
    std::map<std::string, std::string> file_of;
    for (const auto* folder : {"libedit/include", "libedit/src"})
        for (const auto& entry :
             fs::recursive_directory_iterator(fs::path(MEDIAEDIT_SOURCE_FOLDER) / folder)) {
            if (entry.path().extension() != ".hpp" && entry.path().extension() != ".cpp") continue;
            std::ifstream in(entry.path());
            bool file_private = false;
            for (std::string line; std::getline(in, line);) {
                if (line == "namespace {") file_private = true;
                if (line == "}  // namespace") file_private = false;
                std::smatch found;
                if (file_private || !std::regex_search(line, found, type)) continue;
                const auto [known, is_new] = file_of.emplace(found[1], entry.path().string());
                EXPECT_TRUE(is_new || known->second == entry.path().string())
                    << found[1] << " in " << entry.path() << " and in " << known->second;
            }
        }
    EXPECT_GT(file_of.size(), 300U);
}

}  // namespace
