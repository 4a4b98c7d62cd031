// Shortage of memory, open files or threads, on Linux and macOS.
#include "base/system/shortage.hpp"

#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <algorithm>
#include <array>
#include <atomic>
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

/// With less than this left, a failure was most likely caused by lack of memory.
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

bool can_start_threads(int count) noexcept {
    std::array<pthread_t, 16> threads{};
    pthread_mutex_t until_all = PTHREAD_MUTEX_INITIALIZER;
    const auto wait = [](void* mutex) -> void* {
        ::pthread_mutex_lock(static_cast<pthread_mutex_t*>(mutex));
        ::pthread_mutex_unlock(static_cast<pthread_mutex_t*>(mutex));
        return nullptr;
    };
    const auto wanted = std::min(static_cast<std::size_t>(std::max(count, 0)), threads.size());
    std::size_t started = 0;
    ::pthread_mutex_lock(&until_all);
    while (started < wanted && ::pthread_create(&threads[started], nullptr, wait, &until_all) == 0)
        ++started;
    ::pthread_mutex_unlock(&until_all);
    for (std::size_t i = 0; i < started; ++i) ::pthread_join(threads[i], nullptr);
    return started == wanted;
}

bool has_many_threads() noexcept {
    constexpr int many = 12;
    static std::atomic<bool> found = false;
    if (!found) found = can_start_threads(many);
    return found;
}

Shortage find_shortage(int threads) noexcept {
    if (!can_have_memory(little_memory)) return Shortage::memory;
    if (!has_descriptor()) return Shortage::files;
    return can_start_threads(threads) ? Shortage::none : Shortage::threads;
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
