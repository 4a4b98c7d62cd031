// OpenCV uses one thread where it must.
#include "picture/serially.hpp"

#include <gtest/gtest.h>

#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>

namespace {

using mediaedit::internal::serially;

std::set<std::thread::id> threads_of_a_loop() {
    std::mutex mutex;
    std::set<std::thread::id> threads;
    cv::parallel_for_(cv::Range(0, 64), [&](const cv::Range&) {
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
        const std::lock_guard lock(mutex);
        threads.insert(std::this_thread::get_id());
    });
    return threads;
}

TEST(Serially, ALoopOfOpenCvStaysOnTheCallingThread) {
    std::set<std::thread::id> threads;
    serially([&] { threads = threads_of_a_loop(); });
    EXPECT_EQ(threads, std::set{std::this_thread::get_id()});
}

TEST(Serially, ExceptionsPropagateAndLoopsAreParallelAgain) {
    EXPECT_THROW(serially([] { throw std::runtime_error("no"); }), std::runtime_error);
    if (cv::getNumThreads() > 1) { EXPECT_GT(threads_of_a_loop().size(), 1U); }
}

}  // namespace
