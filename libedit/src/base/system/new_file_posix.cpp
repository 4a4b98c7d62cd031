// A file that gets its name only when it is complete, on Linux and macOS.
#include "base/system/new_file.hpp"

#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"
#include "base/system/file_names.hpp"
#include "base/system/part_files.hpp"

#include <cerrno>
#include <cstdio>
#include <string>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace mediaedit::internal {
namespace {

namespace fs = std::filesystem;

constexpr int most_numbers = 10'000;
/// The disk starts to write after each so many bytes, not only when the file is complete.
constexpr std::int64_t bytes_a_start = 8 << 20;

[[noreturn]] void fail_because_it_exists(const fs::path& target) {
    fail(ErrorCode::exists,
         tr("{file} already exists and was left as it is; choose another name or allow replacing.",
            {{"file", target.filename().string()}}),
         target.string());
}

[[noreturn]] void fail_because_it_is_no_file(const fs::path& target, bool is_folder) {
    const auto name = (target.filename().empty() ? target.parent_path() : target).filename();
    fail(ErrorCode::exists,
         is_folder ? tr("{file} is a folder, so nothing was saved; name a file in it.",
                        {{"file", name.string()}})
                   : tr("{file} is no file that can be replaced, so nothing was saved; choose "
                        "another name.",
                        {{"file", name.string()}}),
         target.string());
}

fs::path folder_of(const fs::path& target) {
    return target.has_parent_path() ? target.parent_path() : fs::path(".");
}

bool is_there(const fs::path& file) {
    struct stat status {};
    return ::lstat(file.c_str(), &status) == 0;
}

/// Refuses targets that may not be replaced, whatever the caller allows.
void refuse_odd_target(const fs::path& target) {
    if (target.empty())
        fail(ErrorCode::bad_argument,
             tr("The result has no name, so nothing was saved; name a file."), "output");
    refuse_nul(target);
    if (target.filename().empty()) fail_because_it_is_no_file(target, true);
    struct stat status {};
    if (::stat(target.c_str(), &status) != 0) {
        if (errno == ENOENT || errno == ENOTDIR || errno == EACCES)
            return;  // opening reports the last two
        fail_to_write(target, errno);
    }
    // A folder, a device, a pipe.
    if (!S_ISREG(status.st_mode)) fail_because_it_is_no_file(target, S_ISDIR(status.st_mode));
}

int rename_without_replacing(const fs::path& from, const fs::path& to) {
#ifdef RENAME_NOREPLACE
    if (::renameat2(AT_FDCWD, from.c_str(), AT_FDCWD, to.c_str(), RENAME_NOREPLACE) == 0) return 0;
    if (errno != EINVAL && errno != ENOSYS) return -1;
#endif
    if (is_there(to)) {
        errno = EEXIST;
        return -1;
    }
    return ::rename(from.c_str(), to.c_str());
}

}  // namespace

struct NewFile::State {
    fs::path target;
    IfExists if_exists = IfExists::refuse;
    int descriptor = -1;
    std::int64_t held_back = 0;  // bytes that the disk has not started to write
    fs::path hidden;             // the name until commit; empty if it has none (O_TMPFILE)

    ~State() {
        if (descriptor >= 0) ::close(descriptor);
        if (!hidden.empty()) ::unlink(hidden.c_str());
    }

    /// Gives the file the name `to`, unless it is taken. Returns 0 or errno.
    int link_to(const fs::path& to) const {
        if (!hidden.empty()) {
            if (::link(hidden.c_str(), to.c_str()) == 0) return 0;
            if (errno != EPERM && errno != ENOTSUP && errno != ENOSYS) return errno;
            // A file system without hard links (FAT on a USB stick).
            if (rename_without_replacing(hidden, to) != 0) return errno;
            return 0;
        }
        const auto self = "/proc/self/fd/" + std::to_string(descriptor);
        return ::linkat(AT_FDCWD, self.c_str(), AT_FDCWD, to.c_str(), AT_SYMLINK_FOLLOW) == 0
                   ? 0
                   : errno;
    }

    void start_flushing() {
#ifdef SYNC_FILE_RANGE_WRITE
        if (held_back < bytes_a_start) return;
        ::sync_file_range(descriptor, 0, 0,
                          SYNC_FILE_RANGE_WRITE);  // a hint: flush() reports errors
        held_back = 0;
#endif
    }

    void flush() const {
        if (::fsync(descriptor) != 0 && errno != EINVAL && errno != ENOTSUP)
            fail_to_write(target, errno);
    }

    void replace_target() {
        if (hidden.empty()) {
            sweep_part_files(target.parent_path());
            auto step = next_part_name(target);
            int why = link_to(step);
            for (int tries = 0; why == EEXIST && tries < most_numbers; ++tries)
                why = link_to(step = next_part_name(target));
            if (why != 0) fail_to_write(target, why);
            hidden = step;
        }
        if (::rename(hidden.c_str(), target.c_str()) != 0) fail_to_write(target, errno);
        hidden.clear();
    }
};

NewFile::NewFile(std::unique_ptr<State> state) : state_(std::move(state)) {}
NewFile::NewFile(NewFile&&) noexcept = default;
NewFile& NewFile::operator=(NewFile&&) noexcept = default;
NewFile::~NewFile() = default;

NewFile NewFile::open(const fs::path& target, IfExists if_exists) {
    refuse_odd_target(target);
    auto state = std::make_unique<State>();
    state->target = target;
    state->if_exists = if_exists;
    if (if_exists == IfExists::refuse && is_there(target)) fail_because_it_exists(target);

#ifdef O_TMPFILE
    if (::access("/proc/self/fd", X_OK) == 0)
        state->descriptor = ::open(folder_of(target).c_str(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0644);
#endif
    if (state->descriptor < 0) {
        sweep_part_files(target.parent_path());
        auto part = open_part_file(target);
        state->descriptor = part.descriptor;
        state->hidden = std::move(part.name);
    }
    return NewFile(std::move(state));
}

void NewFile::write(std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto count = ::write(state_->descriptor, bytes.data(), bytes.size());
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_to_write(state_->target, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        state_->held_back += count;
    }
    state_->start_flushing();
}

bool NewFile::read_at(std::uint64_t at, std::span<std::uint8_t> into) {
    while (!into.empty()) {
        const auto count =
            ::pread(state_->descriptor, into.data(), into.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_to_write(state_->target, errno);
        if (count == 0) return false;
        into = into.subspan(static_cast<std::size_t>(count));
        at += static_cast<std::uint64_t>(count);
    }
    return true;
}

void NewFile::write_at(std::uint64_t at, std::span<const std::uint8_t> bytes) {
    while (!bytes.empty()) {
        const auto count =
            ::pwrite(state_->descriptor, bytes.data(), bytes.size(), static_cast<off_t>(at));
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) fail_to_write(state_->target, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(count));
        at += static_cast<std::uint64_t>(count);
    }
}

void NewFile::cut_to(std::uint64_t bytes) {
    if (::ftruncate(state_->descriptor, static_cast<off_t>(bytes)) != 0)
        fail_to_write(state_->target, errno);
}

std::int64_t NewFile::seek(std::int64_t offset, int origin) noexcept {
    const auto place = ::lseek(state_->descriptor, static_cast<off_t>(offset), origin);
    return place < 0 ? -errno : place;
}

void NewFile::flush() { state_->flush(); }

std::uintmax_t NewFile::bytes() const {
    struct stat status {};
    return ::fstat(state_->descriptor, &status) == 0 ? static_cast<std::uintmax_t>(status.st_size)
                                                     : 0;
}

fs::path NewFile::readable_path() const {
    return state_->hidden.empty() ? fs::path("/proc/self/fd/" + std::to_string(state_->descriptor))
                                  : state_->hidden;
}

int NewFile::descriptor() const noexcept { return state_ ? state_->descriptor : -1; }

fs::path NewFile::commit() {
    auto& state = *state_;
    state.flush();

    auto name = state.target;
    if (state.if_exists == IfExists::replace) {
        state.replace_target();
    } else {
        int why = state.link_to(name);
        for (int number = 2;
             why == EEXIST && state.if_exists == IfExists::number && number < most_numbers;
             ++number) {
            name = numbered_name(state.target, number);
            why = state.link_to(name);
        }
        if (why == EEXIST) fail_because_it_exists(state.target);
        if (why != 0) fail_to_write(state.target, why);
    }
    // On network drives, an error may only be reported on closing.
    if (::close(std::exchange(state.descriptor, -1)) != 0) {
        const int why = errno;
        ::unlink(name.c_str());
        fail_to_write(state.target, why);
    }
    return name;
}

void flush_folder_of(const fs::path& file) {
    const int opened = ::open(folder_of(file).c_str(), O_RDONLY | O_CLOEXEC | O_DIRECTORY);
    if (opened < 0) return;
    ::fsync(opened);  // some file systems cannot do this; the file itself is safe either way
    ::close(opened);
}

}  // namespace mediaedit::internal
