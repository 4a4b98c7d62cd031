// Runs the real command and reads its output.
#include "support/run_command.hpp"

#include "support/temporary_folder.hpp"

#include <cstddef>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace mediaedit::test {
namespace {

#ifndef MEDIAEDIT_COMMAND_FILE
#  define MEDIAEDIT_COMMAND_FILE "mediaedit"
#endif

std::vector<std::string> environment_with(const std::vector<std::string>& changes) {
    std::map<std::string, std::string> all;
    const auto put = [&](const std::string& entry) {
        all[entry.substr(0, entry.find('='))] = entry;
    };
    for (char** entry = environ; *entry; ++entry) put(*entry);
    put("LANGUAGE=en");
    // GCC 12's leak checker crashes itself ("Tracer caught signal 11") while it looks through the
    // thread-local memory of a process that had worker threads, and the exit code is then its own.
    // The unit and media tests run the same code with leaks checked.
    const char* sanitizer = std::getenv("ASAN_OPTIONS");
    put("ASAN_OPTIONS=" + std::string(sanitizer ? sanitizer : "") + ":detect_leaks=0");
    for (const auto& change : changes) put(change);
    std::vector<std::string> list;
    for (const auto& [name, entry] : all) list.push_back(entry);
    return list;
}

std::vector<char*> pointers(std::vector<std::string>& texts) {
    std::vector<char*> list;
    for (auto& text : texts) list.push_back(text.data());
    list.push_back(nullptr);
    return list;
}

enum class Network { as_it_is, forbidden };

/// 0: no limit.
struct ResourceLimits {
    std::uint64_t memory_bytes = 0, files = 0;
};

void limit(int what, std::uint64_t most) {
    const rlimit both{most, most};
    if (most > 0) setrlimit(static_cast<__rlimit_resource>(what), &both);
}

/// From now on the kernel kills this process and its children at their first socket.
bool forbid_network() {
    sock_filter program[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_socket, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_connect, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const sock_fprog filter{static_cast<unsigned short>(std::size(program)), program};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &filter) == 0;
}

pid_t start(std::vector<std::string> arguments, std::vector<std::string> environment,
            const std::string& out, const std::string& err, const std::string& folder,
            Network network = Network::as_it_is, const std::string& input = "/dev/null",
            ResourceLimits limits = {}) {
    arguments.insert(arguments.begin(), MEDIAEDIT_COMMAND_FILE);
    auto argument_list = pointers(arguments);
    auto environment_list = pointers(environment);
    const pid_t process = fork();
    if (process < 0) throw std::runtime_error("fork");
    if (process == 0) {
        dup2(open(input.c_str(), O_RDONLY), 0);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
        if (network == Network::forbidden && !forbid_network()) _exit(126);
        limit(RLIMIT_AS, limits.memory_bytes);
        limit(RLIMIT_NOFILE, limits.files);
        if (chdir(folder.c_str()) == 0)
            execve(argument_list[0], argument_list.data(), environment_list.data());
        _exit(127);
    }
    return process;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

namespace {

Run run(const std::vector<std::string>& arguments, const std::vector<std::string>& environment,
        const std::filesystem::path& folder, Network network,
        const std::filesystem::path& input = "/dev/null", ResourceLimits limits = {}) {
    const TemporaryFolder heard;
    const auto process = start(arguments, environment_with(environment), heard / "out",
                               heard / "err", folder.string(), network, input.string(), limits);
    Run result;
    result.code = wait_for(process);
    result.out = content(heard / "out");
    result.err = content(heard / "err");
    return result;
}

}  // namespace

Run run_mediaedit(const std::vector<std::string>& arguments,
                  const std::vector<std::string>& environment, const std::filesystem::path& folder,
                  const std::filesystem::path& input) {
    return run(arguments, environment, folder, Network::as_it_is, input);
}

Run run_mediaedit_without_network(const std::vector<std::string>& arguments) {
    return run(arguments, {}, "/", Network::forbidden);
}

Run run_mediaedit_short_of(std::uint64_t memory_bytes, std::uint64_t files,
                           const std::vector<std::string>& arguments) {
    return run(arguments, {}, "/", Network::as_it_is, "/dev/null", {memory_bytes, files});
}

int start_mediaedit(const std::vector<std::string>& arguments) {
    return start(arguments, environment_with({}), "/dev/null", "/dev/null", "/");
}

int wait_for(int process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mediaedit::test
