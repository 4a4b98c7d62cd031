// A video's packets, read while the last ones are written.
#pragma once

#include "video/container/video_file.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace mediaedit::internal {

/// The packets of the pictures of a file, from a key picture on, in the file's order. A thread
/// reads them until some megabytes wait; without one they are read when they are asked for.
/// Threads: one at a time. Until it is gone nobody else may read or seek `file`.
class PicturesAhead {
public:
    /// `pts`: as VideoFile::seek takes it. `threads`: with 1 it has none of its own.
    PicturesAhead(VideoFile& file, std::int64_t pts, int threads);
    ~PicturesAhead();
    PicturesAhead(const PicturesAhead&) = delete;
    PicturesAhead& operator=(const PicturesAhead&) = delete;

    /// The next one; false at the end. Errors: those of VideoFile::seek and read.
    bool next(AVPacket& packet);

private:
    void work();

    VideoFile& file_;
    std::int64_t pts_;
    bool has_sought_ = false;  // where there is no thread

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Packet> waiting_;
    std::int64_t waiting_bytes_ = 0;
    bool ended_ = false, left_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace mediaedit::internal
