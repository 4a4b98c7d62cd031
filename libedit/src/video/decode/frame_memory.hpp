// A pool of memory for decoded frames with a lower startup cost than FFmpeg's.
#pragma once

#include "video/handles.hpp"

#include <array>
#include <mutex>

namespace mediaedit::internal {

/// FFmpeg zero-fills every new frame, and the system maps its memory page by page: for the few
/// frames around a cut that takes longer than decoding them. Here frames share memory allocated in
/// large pages, and are reused without zero-filling. Their layout is FFmpeg's. Frames may outlive
/// the pool. Threads: a decoder's threads call it concurrently.
class FrameMemory {
public:
    FrameMemory() = default;
    ~FrameMemory();
    FrameMemory(const FrameMemory&) = delete;
    FrameMemory& operator=(const FrameMemory&) = delete;

    /// Call before avcodec_open2. The pool must outlive `codec`. Decoders with memory management of
    /// their own do not use it.
    void serve(AVCodecContext& codec);

private:
    static int get(AVCodecContext* codec, AVFrame* frame, int flags);
    int give(AVFrame& frame, std::size_t bytes);

    std::mutex mutex_;
    AVBufferPool* pool_ = nullptr;
    std::size_t bytes_ = 0;  // of a frame in it
};

}  // namespace mediaedit::internal
