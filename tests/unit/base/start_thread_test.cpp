// Work for another thread is also done where no thread can be started.
#include "base/start_thread.hpp"

#include "support/sanitized.hpp"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <memory>
#include <string>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using mediaedit::internal::run_beside;
using mediaedit::internal::start_thread;

/// From now on there is no memory for a thread's stack.
void allow_no_threads() {
    std::ifstream pages_of("/proc/self/statm");
    rlim_t pages = 0;
    pages_of >> pages;
    const rlim_t bytes = pages * static_cast<rlim_t>(::sysconf(_SC_PAGESIZE)) + (1 << 20);
    const rlimit limit{bytes, bytes};
    ::setrlimit(RLIMIT_AS, &limit);
}

int result_without_threads() {
    allow_no_threads();
    std::thread thread;
    if (start_thread(thread, [] {})) {
        thread.join();
        return 2;
    }
    // Its captures must still exist when it finally runs.
    auto later =
        run_beside([text = std::make_unique<std::string>("kept")] { return *text == "kept"; });
    return later.get() ? 0 : 1;
}

TEST(RunBeside, RunsLaterWhereNoThreadCanBeStarted) {
    if (mediaedit::test::maps_in_advance) GTEST_SKIP() << "not with a sanitizer";
    EXPECT_EXIT(std::exit(result_without_threads()), testing::ExitedWithCode(0), "");
}

TEST(RunBeside, RunsOnTheRequestedThread) {
    const auto here = std::this_thread::get_id();
    EXPECT_NE(run_beside([] { return std::this_thread::get_id(); }).get(), here);
    EXPECT_EQ(run_beside([] { return std::this_thread::get_id(); }, false).get(), here);
}

}  // namespace
