// The folders of the person, on Linux and macOS, from the desktop's XDG files.
#include "platform/person_folders.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <initializer_list>
#include <string>
#include <system_error>

#include <unistd.h>

namespace sunting {

namespace {

namespace fs = std::filesystem;

/// The folder in an environment variable, else `usual` in the home folder.
fs::path set_folder(const char* variable, const char* usual) {
    const char* set = std::getenv(variable);
    if (set && *set) return set;
    const auto home = home_folder();
    return (home.empty() ? fs::path(".") : home) / usual;
}

/// Reads a line such as XDG_PICTURES_DIR="$HOME/Gambar" of the desktop's file.
fs::path named_folder(const char* name) {
    std::ifstream file(set_folder("XDG_CONFIG_HOME", ".config") / "user-dirs.dirs");
    const std::string wanted = std::string(name) + "=\"";
    for (std::string line; std::getline(file, line);) {
        if (!line.starts_with(wanted) || line.back() != '"') continue;
        auto path = line.substr(wanted.size(), line.size() - wanted.size() - 1);
        if (path.starts_with("$HOME")) path.replace(0, 5, home_folder().string());
        return path;
    }
    return {};
}

bool is_folder(const fs::path& path) {
    std::error_code none;
    return !path.empty() && fs::is_directory(path, none);
}

}  // namespace

fs::path home_folder() {
    const char* home = std::getenv("HOME");
    return home ? home : "";
}

fs::path person_folder(PersonFolder which) {
    const auto first = [](const char* name, std::initializer_list<const char*> usual) {
        if (auto named = named_folder(name); is_folder(named)) return named;
        for (const auto* one : usual)
            if (is_folder(home_folder() / one)) return home_folder() / one;
        return fs::path();
    };
    switch (which) {
        case PersonFolder::pictures: return first("XDG_PICTURES_DIR", {"Pictures", "Gambar"});
        case PersonFolder::videos: return first("XDG_VIDEOS_DIR", {"Videos", "Video"});
        case PersonFolder::downloads: return first("XDG_DOWNLOAD_DIR", {"Downloads", "Unduhan"});
        case PersonFolder::desktop: return first("XDG_DESKTOP_DIR", {"Desktop"});
    }
    return {};
}

std::vector<fs::path> connected_devices() {
    std::vector<fs::path> found;
    const char* user = std::getenv("USER");
    for (const auto& root :
         {fs::path("/media") / (user ? user : ""), fs::path("/run/media") / (user ? user : ""),
          fs::path("/run/user") / std::to_string(::getuid()) / "gvfs"}) {
        if (!root.has_filename()) continue;
        const auto before = static_cast<std::ptrdiff_t>(found.size());
        std::error_code none;
        for (const auto& entry :
             fs::directory_iterator(root, fs::directory_options::skip_permission_denied, none))
            if (entry.is_directory(none)) found.push_back(entry.path());
        std::sort(found.begin() + before, found.end());
    }
    return found;
}

fs::path data_folder() { return set_folder("XDG_DATA_HOME", ".local/share") / "sunting"; }
fs::path state_folder() { return set_folder("XDG_STATE_HOME", ".local/state") / "sunting"; }

}  // namespace sunting
