// Files that have a hidden name until they are complete, on Linux and macOS.
#include "base/system/part_files.hpp"

#include "base/file_errors.hpp"
#include "base/system/file_names.hpp"

#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <csignal>
#include <ctime>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>
#ifdef __linux__
#  include <sys/sysmacros.h>
#  include <sys/vfs.h>
#endif

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view ending = ".part";
constexpr std::size_t longest_shown_name = 120;
constexpr int most_tries = 10'000;
/// A file of this process that is not locked may just have been created.
constexpr std::chrono::seconds time_to_lock{60};
constexpr std::chrono::seconds time_on_shared_drives{24 * 60 * 60};

/// The process id in `.NAME.PROCESS-NUMBER.part`.
std::optional<pid_t> process_in(std::string_view name) {
    if (!name.starts_with('.') || !name.ends_with(ending)) return std::nullopt;
    name.remove_suffix(ending.size());
    const auto dot = name.rfind('.');
    if (dot == 0 || dot == name.npos) return std::nullopt;
    const auto numbers = name.substr(dot + 1);
    const auto dash = numbers.find('-');
    if (dash == numbers.npos) return std::nullopt;
    const auto whole = [](std::string_view digits) -> std::optional<int> {
        int number = 0;
        const auto [stop, problem] =
            std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (problem != std::errc() || stop != digits.data() + digits.size() || number < 0)
            return std::nullopt;
        return number;
    };
    const auto process = whole(numbers.substr(0, dash));
    if (!process || *process == 0 || !whole(numbers.substr(dash + 1))) return std::nullopt;
    return process;
}

bool is_running(pid_t process) { return ::kill(process, 0) == 0 || errno == EPERM; }

/// Whether other computers, whose processes we cannot see, may write into the folder.
bool is_shared(const fs::path& folder) {
#ifdef __linux__
    struct statfs drive {};
    struct stat status {};
    if (::statfs(folder.c_str(), &drive) != 0 || ::stat(folder.c_str(), &status) != 0) return true;
    switch (static_cast<unsigned long>(drive.f_type) & 0xFFFFFFFF) {
        case 0x6969:      // NFS
        case 0x517B:      // SMB
        case 0xFE534D42:  // SMB2
        case 0xFF534D42:  // CIFS
        case 0x01021997:  // 9p
        case 0x00C36400:  // Ceph
            return true;
        case 0x65735546: return major(status.st_dev) == 0;  // FUSE without a block device
        default: return false;
    }
#else
    static_cast<void>(folder);
    return true;
#endif
}

bool is_abandoned(int descriptor, pid_t process, bool shared) {
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) return false;
    struct stat status {};
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode)) return false;
    const auto age = std::chrono::seconds(std::time(nullptr) - status.st_mtime);
    if (shared) return age > time_on_shared_drives;
    if (process == ::getpid()) return age > time_to_lock;  // the process id was reused
    return !is_running(process);
}

/// True only for the first call with this folder.
bool is_first_look(const fs::path& folder) {
    static std::mutex mutex;
    static std::set<fs::path> seen;
    std::error_code unknown;
    auto whole = fs::absolute(folder, unknown);
    const std::lock_guard lock(mutex);
    return seen.insert(std::move(whole)).second;
}

}  // namespace

fs::path next_part_name(const fs::path& target) {
    static std::atomic<unsigned> counter{0};
    const auto shown = shortened_stem(target.filename().string(), 0, longest_shown_name);
    return target.parent_path() / ("." + shown + "." + std::to_string(::getpid()) + "-" +
                                   std::to_string(counter++) + std::string(ending));
}

PartFile open_part_file(const fs::path& target) {
    for (int tries = 0;; ++tries) {
        PartFile part{-1, next_part_name(target)};
        part.descriptor = ::open(part.name.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (part.descriptor >= 0) {
            // Without support for locks, only the process id protects the file.
            ::flock(part.descriptor, LOCK_EX | LOCK_NB);
            return part;
        }
        if (errno != EEXIST || tries == most_tries) fail_to_write(target, errno);
    }
}

void sweep_part_files(const fs::path& folder) {
    const auto here = folder.empty() ? fs::path(".") : folder;
    if (!is_first_look(here)) return;
    std::error_code unreadable;
    const bool shared = is_shared(here);
    for (fs::directory_iterator entry(here, unreadable), end; !unreadable && entry != end;
         entry.increment(unreadable)) {
        const auto process = process_in(entry->path().filename().native());
        if (!process) continue;
        const int descriptor =
            ::open(entry->path().c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOFOLLOW);
        if (descriptor < 0) continue;
        if (is_abandoned(descriptor, *process, shared)) ::unlink(entry->path().c_str());
        ::close(descriptor);
    }
}

}  // namespace mediaedit::internal
