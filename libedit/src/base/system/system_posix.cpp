// Folders, files and shared libraries, on Linux and macOS.
#include "base/system/system.hpp"

#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <cerrno>
#include <clocale>
#include <cstdlib>

#include <dlfcn.h>
#include <fcntl.h>
#include <locale.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void refuse_odd_file(const fs::path& file) {
    fail(ErrorCode::unreadable,
         tr("{file} is not a file that can be read.", {{"file", file.filename().string()}}),
         file.string(), "not a regular file");
}

/// During its lifetime, messages of the C library are in English on this thread.
class EnglishMessages {
public:
    EnglishMessages()
        : english_(newlocale(LC_MESSAGES_MASK, "C", nullptr)),
          before_(english_ ? uselocale(english_) : nullptr) {}
    EnglishMessages(const EnglishMessages&) = delete;
    EnglishMessages& operator=(const EnglishMessages&) = delete;
    ~EnglishMessages() {
        if (!english_) return;
        uselocale(before_);
        freelocale(english_);
    }

private:
    locale_t english_;
    locale_t before_;
};

/// A regular file that is open for reading. Errors: not_found, unreadable.
class RegularFile {
public:
    explicit RegularFile(const fs::path& file) : file_(file), descriptor_(open_at_once(file)) {
        if (descriptor_ < 0) fail_to_read(file, errno);
        struct stat status {};
        if (::fstat(descriptor_, &status) != 0 || !S_ISREG(status.st_mode)) {
            ::close(descriptor_);
            refuse_odd_file(file);
        }
        size_ = status.st_size;
    }
    RegularFile(const RegularFile&) = delete;
    RegularFile& operator=(const RegularFile&) = delete;
    ~RegularFile() { ::close(descriptor_); }

    [[nodiscard]] std::int64_t size() const { return size_; }

    /// The first `count` bytes, or fewer if the file has been truncated meanwhile.
    [[nodiscard]] std::vector<std::uint8_t> read(std::size_t count) const {
        std::vector<std::uint8_t> bytes(count);
        std::size_t filled = 0;
        while (filled < count) {
            const auto count_read = ::read(descriptor_, bytes.data() + filled, count - filled);
            if (count_read < 0 && errno == EINTR) continue;
            if (count_read < 0) fail_to_read(file_, errno);
            if (count_read == 0) break;
            filled += static_cast<std::size_t>(count_read);
        }
        bytes.resize(filled);
        return bytes;
    }

private:
    /// Does not wait for the writer of a pipe.
    static int open_at_once(const fs::path& file) {
        refuse_nul(file);
        return ::open(file.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    }

    const fs::path& file_;
    int descriptor_;
    std::int64_t size_ = 0;
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

const void* load_part(const char* file, const char* table, std::string& why) {
    const auto path = own_folder() / "mediaedit" / file;
    // Lazily: most symbols of the part and its libraries are never called, and linking has
    // already checked them.
    void* part = dlopen(path.c_str(), RTLD_LAZY | RTLD_LOCAL);
    const void* found = part ? dlsym(part, table) : nullptr;
    if (!found) {
        const EnglishMessages english;
        const char* text = dlerror();
        why = text ? text : path.string();
    }
    return found;
}

void* map_pages(std::size_t bytes) {
    void* at = mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) return nullptr;
#ifdef MADV_HUGEPAGE
    madvise(at, bytes, MADV_HUGEPAGE);  // if this fails, small pages are used
#endif
    return at;
}

void free_pages(void* at, std::size_t bytes) { munmap(at, bytes); }

fs::path user_data_folder() {
    if (auto data = from_environment("XDG_DATA_HOME"); !data.empty()) return data / "mediaedit";
    if (auto home = from_environment("HOME"); !home.empty()) return home / ".local/share/mediaedit";
    return {};
}

std::vector<std::uint8_t> read_file(const fs::path& file, std::int64_t max_bytes) {
    const RegularFile opened(file);
    if (opened.size() > max_bytes)
        fail(ErrorCode::too_large,
             tr("{file} is too large to be opened.", {{"file", file.filename().string()}}),
             file.string(), std::to_string(opened.size()) + " bytes");
    return opened.read(static_cast<std::size_t>(opened.size()));
}

std::vector<std::uint8_t> read_head(const fs::path& file, std::size_t count) {
    const RegularFile opened(file);
    return opened.read(std::min(count, static_cast<std::size_t>(opened.size())));
}

void require_regular_file(const fs::path& file) {
    refuse_nul(file);
    struct stat status {};
    if (::stat(file.c_str(), &status) != 0) fail_to_read(file, errno);
    if (!S_ISREG(status.st_mode)) refuse_odd_file(file);
}

bool same_file(const fs::path& one, const fs::path& other) {
    std::error_code failed;
    return fs::equivalent(one, other, failed) && !failed;
}

}  // namespace mediaedit::internal
