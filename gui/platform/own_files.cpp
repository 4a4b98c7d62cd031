// What the program brings along.
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

fs::path sample_photo() {
    const auto share = own_share_folder();
    if (share.empty()) return {};
    const auto photo = share / "sunting/sample.jpg";
    std::error_code none;
    return fs::is_regular_file(photo, none) ? photo : fs::path();
}

}  // namespace sunting
