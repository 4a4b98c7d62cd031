// Running the real command and hearing what it says.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace mediaedit::test {

struct Run {
    int code = -1;  ///< exit code, or 128 + signal
    std::string out;
    std::string err;
};

/// Runs `mediaedit` with `arguments`, in English unless `environment` ("NAME=value") says
/// otherwise, in `folder`; `input` stands on its standard input.
Run run_mediaedit(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment = {},
                  const std::filesystem::path& folder = "/",
                  const std::filesystem::path& input = "/dev/null");

/// The same, where the kernel ends the process as soon as it opens or connects a socket: its code
/// is then 128 + SIGSYS.
Run run_mediaedit_without_network(const std::vector<std::string>& arguments);

/// The same on a computer short of something: at most so much address space, so many open files. 0:
/// as much as there is.
Run run_mediaedit_short_of(std::uint64_t memory_bytes, std::uint64_t files,
                           const std::vector<std::string>& arguments);

/// Starts it without waiting. Gives its process id; output goes nowhere.
int start_mediaedit(const std::vector<std::string>& arguments);

/// Waits for a started one. Gives its exit code, or 128 + signal.
int wait_for(int process);

}  // namespace mediaedit::test
