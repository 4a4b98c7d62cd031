// Starts OpenCV's thread pool while there is memory for it.
#include "picture/opencv_pool.hpp"

#include "base/system/shortage.hpp"

#include <opencv2/core/utility.hpp>

#include <cstddef>
#include <mutex>

namespace mediaedit::internal {

void start_opencv_pool(int threads) {
    constexpr std::size_t pool_bytes = std::size_t{32} << 20;  // mostly thread stacks
    static std::once_flag started;
    if (threads <= 1) return;
    std::call_once(started, [] {
        if (!can_have_memory(pool_bytes)) fail_for_memory("no room for OpenCV's threads");
        cv::parallel_for_(cv::Range(0, 2), [](const cv::Range&) {});
    });
}

}  // namespace mediaedit::internal
