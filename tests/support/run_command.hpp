// Runs the real command and reads its output.
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

/// Runs `mediaedit` with `arguments` in `folder`, in English unless `environment` ("NAME=value")
/// sets another language; `input` is its standard input.
Run run_mediaedit(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment = {},
                  const std::filesystem::path& folder = "/",
                  const std::filesystem::path& input = "/dev/null");

/// The same, but the kernel kills the process when it opens or connects a socket: exit code 128 +
/// SIGSYS.
Run run_mediaedit_without_network(const std::vector<std::string>& arguments);

/// The same with limits on address space and open files. 0: no limit.
Run run_mediaedit_short_of(std::uint64_t memory_bytes, std::uint64_t files,
                           const std::vector<std::string>& arguments);

/// Starts it without waiting and returns its process id. Output is discarded.
int start_mediaedit(const std::vector<std::string>& arguments);

/// Waits for a started process. Returns its exit code, or 128 + signal.
int wait_for(int process);

}  // namespace mediaedit::test
