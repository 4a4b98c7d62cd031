// Reads a video's packets ahead, on a thread of its own.
#pragma once

#include "video/container/video_file.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace mediaedit::internal {

/// The video packets of a file from a key frame on, in the file's order. A thread reads ahead up to
/// some megabytes; without a thread packets are read on demand. Threads: one at a time. During its
/// lifetime nobody else may read or seek `file`.
class PicturesAhead {
public:
    /// `pts`: as for VideoFile::seek. `threads`: with 1 it starts no thread.
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
    bool has_sought_ = false;  // used without a thread

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Packet> waiting_;
    std::int64_t waiting_bytes_ = 0;
    bool ended_ = false, left_ = false;
    std::exception_ptr failure_;
    std::thread thread_;
};

}  // namespace mediaedit::internal
