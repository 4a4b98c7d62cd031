// The desktop's dialogs and programs, on Linux.
#include "platform/other_programs.hpp"

#include "platform/portal.hpp"

#include <mediaedit/language.hpp>

#include <array>
#include <cstdlib>
#include <sstream>
#include <string_view>

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace sunting {

using namespace mediaedit;

namespace {

std::vector<char*> arguments(const std::vector<std::string>& words) {
    std::vector<char*> list;
    for (const auto& word : words) list.push_back(const_cast<char*>(word.c_str()));
    list.push_back(nullptr);
    return list;
}

/// This process's environment, with LANGUAGE set to the window's language, for dialogs.
std::vector<std::string> spoken_environment() {
    std::vector<std::string> all{"LANGUAGE=" + current_language()};
    for (char** entry = environ; *entry; ++entry) {
        if (!std::string_view(*entry).starts_with("LANGUAGE=")) all.emplace_back(*entry);
    }
    return all;
}

std::vector<std::string> zenity(BrowseFor what) {
    std::vector<std::string> words{"zenity", "--file-selection", "--title", tr("Choose files")};
    if (what == BrowseFor::photos) words.insert(words.end(), {"--multiple", "--separator=\n"});
    const auto photos = tr("Photos") +
                        " | *.jpg *.jpeg *.JPG *.JPEG *.png *.PNG *.heic *.HEIC *.webp *.avif "
                        "*.tif *.tiff *.gif *.bmp";
    const auto videos =
        tr("Videos") + " | *.mp4 *.MP4 *.mov *.MOV *.m4v *.3gp *.mkv *.webm *.avi *.mts *.MTS";
    if (what == BrowseFor::folder) {
        words.push_back("--directory");
        return words;
    }
    if (what == BrowseFor::profile)
        words.push_back("--file-filter=" + tr("Village profiles") + " | *.json");
    else words.push_back("--file-filter=" + (what == BrowseFor::video ? videos : photos));
    words.push_back("--file-filter=" + tr("All files") + " | *");
    return words;
}

std::vector<std::string> kdialog(BrowseFor what) {
    std::vector<std::string> words{
        "kdialog", what == BrowseFor::folder ? "--getexistingdirectory" : "--getopenfilename"};
    if (what == BrowseFor::photos) words.insert(words.end(), {"--multiple", "--separate-output"});
    words.push_back(".");
    return words;
}

}  // namespace

bool is_installed(const std::string& program) {
    const char* path = std::getenv("PATH");
    std::istringstream folders(path ? path : "/usr/bin:/bin");
    for (std::string folder; std::getline(folders, folder, ':');)
        if (!folder.empty() && ::access((folder + "/" + program).c_str(), X_OK) == 0) return true;
    return false;
}

Result<std::string> output_of(const std::vector<std::string>& words, int& exit_code) {
    std::array<int, 2> ends{};
    if (::pipe2(ends.data(), O_CLOEXEC) != 0)
        return Error{ErrorCode::internal,
                     tr("Another program could not be started. Your work is safe; try once more."),
                     words.front(),
                     {}};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, ends[1], 1);
    posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0);
    pid_t process = 0;
    auto list = arguments(words);
    const auto environment = spoken_environment();
    auto variables = arguments(environment);
    const int failed = ::posix_spawnp(&process, words.front().c_str(), &actions, nullptr,
                                      list.data(), variables.data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(ends[1]);
    std::string output;
    if (failed == 0) {
        std::array<char, 4096> part{};
        for (ssize_t got = 0; (got = ::read(ends[0], part.data(), part.size())) > 0;)
            output.append(part.data(), static_cast<std::size_t>(got));
        int status = 0;
        ::waitpid(process, &status, 0);
        exit_code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }
    ::close(ends[0]);
    if (failed != 0)
        return Error{
            ErrorCode::unsupported,
            tr("{program} is not installed on this computer.", {{"program", words.front()}}),
            words.front(),
            {}};
    return output;
}

Result<std::vector<std::filesystem::path>> browse(BrowseFor what) {
    // The portal's dialog knows the person's folders best and works inside a sandbox.
    if (auto chosen = browse_by_portal(what)) return std::move(*chosen);
    const bool plasma = std::getenv("KDE_FULL_SESSION") != nullptr;
    for (const auto& words : plasma ? std::array{kdialog(what), zenity(what)}
                                    : std::array{zenity(what), kdialog(what)}) {
        if (!is_installed(words.front())) continue;
        int code = 0;
        const auto output = output_of(words, code);
        if (!output) return output.error();
        std::vector<std::filesystem::path> files;
        std::istringstream lines(*output);
        for (std::string line; std::getline(lines, line);)
            if (!line.empty()) files.emplace_back(line);
        return files;
    }
    return Error{ErrorCode::unsupported,
                 tr("This computer has no window for choosing files; use the folders at the left, "
                    "or drag the file into this window."),
                 {},
                 {}};
}

Result<bool> show_folder(const std::filesystem::path& folder) {
    if (!is_installed("xdg-open"))
        return Error{ErrorCode::unsupported,
                     tr("No program here shows folders; the files are in {folder}.",
                        {{"folder", folder.string()}}),
                     folder.string(),
                     {}};
    const std::vector<std::string> words{"xdg-open", folder.string()};
    auto list = arguments(words);
    pid_t process = 0;
    // In its own process group, so that it stays when this program ends. The process in between is
    // waited for at once.
    posix_spawnattr_t attributes;
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETPGROUP);
    const int failed =
        ::posix_spawnp(&process, "xdg-open", nullptr, &attributes, list.data(), environ);
    posix_spawnattr_destroy(&attributes);
    if (failed != 0)
        return Error{ErrorCode::unsupported,
                     tr("No program here shows folders; the files are in {folder}.",
                        {{"folder", folder.string()}}),
                     folder.string(),
                     {}};
    int status = 0;
    ::waitpid(process, &status, 0);
    return true;
}

}  // namespace sunting
