// What a computer that is short of something lacks, on Linux and macOS.
#include "base/system/shortage.hpp"

#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <cerrno>
#include <cstddef>
#include <cstring>
#include <utility>

#include <fcntl.h>
#include <pthread.h>
#include <sys/mman.h>
#include <unistd.h>

namespace mediaedit::internal {
namespace {

/// Where not even that much is left, whatever failed most likely failed for lack of it.
constexpr std::size_t little_memory = std::size_t{48} << 20;

bool has_descriptor() noexcept {
    const int opened = ::open("/dev/null", O_RDONLY | O_CLOEXEC);
    if (opened >= 0) ::close(opened);
    return opened >= 0 || shortage_of(errno) != Shortage::files;
}

std::string sentence(Shortage shortage) {
    switch (shortage) {
        case Shortage::files:
            return tr(
                "This computer lets the program open no more files; close other programs and try "
                "again.");
        case Shortage::threads:
            return tr(
                "This computer lets the program start no more threads; close other programs and "
                "try again.");
        default:
            return tr(
                "There is not enough memory for this; close other programs, or choose a smaller "
                "picture, and try again.");
    }
}

}  // namespace

Shortage shortage_of(int why) noexcept {
    switch (why) {
        case ENOMEM: return Shortage::memory;
        case EMFILE:
        case ENFILE: return Shortage::files;
        default: return Shortage::none;
    }
}

bool can_have_memory(std::size_t bytes) noexcept {
    void* at = ::mmap(nullptr, bytes, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (at == MAP_FAILED) return false;
    ::munmap(at, bytes);
    return true;
}

bool can_start_thread() noexcept {
    pthread_t thread{};
    if (::pthread_create(
            &thread, nullptr, [](void* nothing) { return nothing; }, nullptr) != 0)
        return false;
    ::pthread_join(thread, nullptr);
    return true;
}

Shortage find_shortage() noexcept {
    if (!can_have_memory(little_memory)) return Shortage::memory;
    if (!has_descriptor()) return Shortage::files;
    return can_start_thread() ? Shortage::none : Shortage::threads;
}

Error shortage_error(Shortage shortage, std::string where, std::string detail) {
    return {ErrorCode::too_large, sentence(shortage), std::move(where), std::move(detail)};
}

void fail_if_short(int why, const std::string& where) {
    const auto shortage = shortage_of(why);
    if (shortage != Shortage::none) throw Failure{shortage_error(shortage, where, errno_text(why))};
}

void fail_for_memory(const std::string& detail) {
    throw Failure{shortage_error(Shortage::memory, {}, detail)};
}

void fail_for_lack(const std::string& detail) {
    const auto shortage = find_shortage();
    throw Failure{
        shortage_error(shortage == Shortage::none ? Shortage::memory : shortage, {}, detail)};
}

}  // namespace mediaedit::internal
