// Files that are installed with the program, on Linux and macOS.
#include "platform/own_files.hpp"

#include <system_error>

namespace sunting {

namespace fs = std::filesystem;

fs::path own_share_folder() {
#ifdef __linux__
    std::error_code none;
    const auto program = fs::read_symlink("/proc/self/exe", none);
    if (!none) return program.parent_path().parent_path() / "share";
#endif
    return {};
}

std::vector<fs::path> font_folders() {
    std::vector<fs::path> folders;
    // A portable installation has its own fonts.
    if (const auto share = own_share_folder(); !share.empty()) folders.push_back(share / "fonts");
    for (const auto* folder :
         {"/usr/share/fonts/truetype/noto", "/usr/share/fonts/noto", "/usr/share/fonts/google-noto",
          "/usr/share/fonts/truetype/dejavu", "/usr/share/fonts/dejavu", "/usr/share/fonts/TTF",
          "/usr/share/fonts/truetype/fork-awesome", "/usr/share/fonts/fork-awesome",
          "/usr/local/share/fonts"})
        folders.emplace_back(folder);
    return folders;
}

fs::path sample_photo() {
    const auto share = own_share_folder();
    if (share.empty()) return {};
    const auto photo = share / "sunting/sample.jpg";
    std::error_code none;
    return fs::is_regular_file(photo, none) ? photo : fs::path();
}

}  // namespace sunting
