// Running the real command and hearing what it says.
#include "support/run_command.hpp"

#include "support/temporary_folder.hpp"

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>

#include <fcntl.h>
#include <signal.h>
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
    const auto put = [&](const std::string& entry) { all[entry.substr(0, entry.find('='))] = entry; };
    for (char** entry = environ; *entry; ++entry) put(*entry);
    put("LANGUAGE=en");
    // GCC 12's leak checker crashes itself ("Tracer caught signal 11") while it looks through the thread-local memory of
    // a process that had worker threads, and the exit code is then its own. The unit and media tests run the same code
    // with leaks checked.
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

pid_t start(std::vector<std::string> arguments, std::vector<std::string> environment, const std::string& out, const std::string& err, const std::string& folder) {
    arguments.insert(arguments.begin(), MEDIAEDIT_COMMAND_FILE);
    auto argument_list = pointers(arguments);
    auto environment_list = pointers(environment);
    const pid_t process = fork();
    if (process < 0) throw std::runtime_error("fork");
    if (process == 0) {
        dup2(open("/dev/null", O_RDONLY), 0);
        dup2(open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
        dup2(open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
        if (chdir(folder.c_str()) == 0) execve(argument_list[0], argument_list.data(), environment_list.data());
        _exit(127);
    }
    return process;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Run run_mediaedit(const std::vector<std::string>& arguments, const std::vector<std::string>& environment, const std::filesystem::path& folder) {
    const TemporaryFolder heard;
    const auto process = start(arguments, environment_with(environment), heard / "out", heard / "err", folder.string());
    Run run;
    run.code = wait_for(process);
    run.out = content(heard / "out");
    run.err = content(heard / "err");
    return run;
}

int start_mediaedit(const std::vector<std::string>& arguments) { return start(arguments, environment_with({}), "/dev/null", "/dev/null", "/"); }

int wait_for(int process) {
    int status = 0;
    while (waitpid(process, &status, 0) < 0 && errno == EINTR) {}
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace mediaedit::test
