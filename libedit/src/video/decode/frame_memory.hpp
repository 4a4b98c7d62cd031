// Memory for decoded pictures that costs less to begin with than FFmpeg's own.
#pragma once

#include "video/handles.hpp"

#include <array>
#include <mutex>

namespace mediaedit::internal {

/// FFmpeg fills every new picture with zeros, and the system gives its memory page by page: for the
/// few pictures around a cut that takes longer than decoding them. Here pictures lie side by side
/// in memory that is asked for in large pages, and are used again. Their layout is FFmpeg's.
/// Pictures may outlive it. Threads: decoders' own call it at once.
class FrameMemory {
public:
    FrameMemory() = default;
    ~FrameMemory();
    FrameMemory(const FrameMemory&) = delete;
    FrameMemory& operator=(const FrameMemory&) = delete;

    /// Before avcodec_open2. It must live as long as `codec`. Decoders that bring memory of their
    /// own keep it.
    void serve(AVCodecContext& codec);

private:
    static int get(AVCodecContext* codec, AVFrame* frame, int flags);
    int give(AVFrame& frame, std::size_t bytes);

    std::mutex mutex_;
    AVBufferPool* pool_ = nullptr;
    std::size_t bytes_ = 0;  // of a picture in it
};

}  // namespace mediaedit::internal
