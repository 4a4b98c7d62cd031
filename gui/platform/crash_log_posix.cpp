// A log of crashes, on Linux and macOS.
#include "platform/crash_log.hpp"

#include "platform/person_folders.hpp"

#include <mediaedit/version.hpp>

#include <algorithm>
#include <array>
#include <cstring>
#include <span>
#include <string_view>

#include <execinfo.h>
#include <fcntl.h>
#include <unistd.h>
#include <csignal>

namespace sunting {

namespace {

// Prepared in advance: a signal handler must not allocate memory.
std::array<char, 4096> file_name{};
std::array<char, 512> heading{};

void write_all(int handle, const char* text) {
    if (::write(handle, text, std::strlen(text)) < 0) return;
}

extern "C" void on_crash(int number) {
    const int handle = ::open(file_name.data(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (handle >= 0) {
        write_all(handle, heading.data());
        write_all(handle, number == SIGSEGV   ? "SIGSEGV\n"
                          : number == SIGABRT ? "SIGABRT\n"
                          : number == SIGFPE  ? "SIGFPE\n"
                                              : "another signal\n");
        std::array<void*, 64> frames{};
        ::backtrace_symbols_fd(frames.data(),
                               ::backtrace(frames.data(), static_cast<int>(frames.size())), handle);
        ::close(handle);
    }
    std::signal(number, SIG_DFL);
    std::raise(number);
}

void copy_into(std::span<char> place, std::string_view text) {
    const auto count = std::min(text.size(), place.size() - 1);
    std::copy_n(text.begin(), count, place.begin());
    place[count] = 0;
}

}  // namespace

std::filesystem::path crash_log_file() { return state_folder() / "crash.log"; }

void log_crashes(const std::string& renderer) {
    const auto file = crash_log_file();
    std::error_code none;
    std::filesystem::create_directories(file.parent_path(), none);
    // Keeps only the last crashes.
    if (std::filesystem::file_size(file, none) > 100'000 && !none)
        std::filesystem::remove(file, none);
    copy_into(file_name, file.string());
    copy_into(heading, std::string("\nsunting ") + mediaedit::version() + ", " + renderer + "\n");
    // The first call loads a library, which a signal handler must not do.
    std::array<void*, 1> frame{};
    ::backtrace(frame.data(), 1);
    for (const int number : {SIGSEGV, SIGABRT, SIGFPE, SIGBUS, SIGILL})
        std::signal(number, on_crash);
}

}  // namespace sunting
