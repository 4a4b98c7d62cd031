// Folders, files and the library's own place, on Linux and macOS.
#include "base/system.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"

#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#ifndef MEDIAEDIT_INSTALLED_MESSAGES
#  define MEDIAEDIT_INSTALLED_MESSAGES ""
#endif

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor() {
        if (number_ >= 0) ::close(number_);
    }
    [[nodiscard]] int get() const { return number_; }

private:
    int number_;
};

fs::path from_environment(const char* name) {
    const char* value = std::getenv(name);
    return value && *value == '/' ? fs::path(value) : fs::path();
}

}  // namespace

fs::path own_folder() {
    Dl_info info{};
    if (!dladdr(reinterpret_cast<const void*>(&own_folder), &info) || !info.dli_fname) return {};
    std::error_code ignored;
    return fs::absolute(info.dli_fname, ignored).parent_path();
}

std::string find_message_folder() {
    std::error_code ignored;
    const auto folder = own_folder();
    // In the build tree `locale` lies beside the library; installed, in share/locale below the same prefix
    // (lib/ or lib/<triplet>/); a static program's own folder is bin/.
    for (const char* below : {"locale", "../share/locale", "../../share/locale"}) {
        const auto candidate = folder / below;
        if (fs::exists(candidate / "id/LC_MESSAGES/mediaedit.mo", ignored)) return fs::weakly_canonical(candidate, ignored).string();
    }
    return MEDIAEDIT_INSTALLED_MESSAGES;
}

fs::path user_data_folder() {
    if (auto data = from_environment("XDG_DATA_HOME"); !data.empty()) return data / "mediaedit";
    if (auto home = from_environment("HOME"); !home.empty()) return home / ".local/share/mediaedit";
    return {};
}

std::vector<fs::path> shared_data_folders() {
    std::vector<fs::path> folders;
    const char* listed = std::getenv("XDG_DATA_DIRS");
    std::string_view rest = listed && *listed ? listed : "/usr/local/share:/usr/share";
    while (!rest.empty()) {
        const auto colon = rest.find(':');
        if (const auto one = rest.substr(0, colon); one.starts_with('/')) folders.emplace_back(one);
        rest = colon == rest.npos ? std::string_view() : rest.substr(colon + 1);
    }
    return folders;
}

std::vector<std::uint8_t> read_file(const fs::path& file, std::int64_t max_bytes) {
    const auto name = file.filename().string();
    const Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
    if (opened.get() < 0) {
        const int why = errno;
        if (why == ENOENT || why == ENOTDIR)
            fail(ErrorCode::not_found, tr("{file} was not found; check its name and folder.", {{"file", name}}), file.string(), std::strerror(why));
        fail(ErrorCode::unreadable, tr("{file} may not be opened; check its permissions.", {{"file", name}}), file.string(), std::strerror(why));
    }
    struct stat status {};
    if (::fstat(opened.get(), &status) != 0 || !S_ISREG(status.st_mode))
        fail(ErrorCode::unreadable, tr("{file} is not a file that can be read.", {{"file", name}}), file.string(), "not a regular file");
    if (status.st_size > max_bytes)
        fail(ErrorCode::too_large, tr("{file} is too large to be opened.", {{"file", name}}), file.string(),
             std::to_string(status.st_size) + " bytes");

    std::vector<std::uint8_t> bytes(static_cast<std::size_t>(status.st_size));
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto count = ::read(opened.get(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0)
            fail(ErrorCode::unreadable, tr("{file} could not be read; the drive may be damaged or gone.", {{"file", name}}), file.string(), std::strerror(errno));
        if (count == 0) break;  // shortened while we read
        filled += static_cast<std::size_t>(count);
    }
    bytes.resize(filled);
    return bytes;
}

bool same_file(const fs::path& one, const fs::path& other) {
    std::error_code failed;
    return fs::equivalent(one, other, failed) && !failed;
}

}  // namespace mediaedit::internal
