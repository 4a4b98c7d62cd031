// Looks at a trimmed video while it is written: what follows a seam must decode.
#pragma once

#include "video/decode/video_decoder.hpp"

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace mediaedit::internal {

/// Decodes the first 150 ms behind each seam, beside the writing. What stands before a seam is
/// decoded there too as far as it was watched: one decoder goes over the seam as a player does. See
/// docs/decisions/0006-seams-looked-at.md. Threads: one at a time; decodes on one of its own where
/// it may, else in the caller's. Memory: at most some megabytes of packets wait.
class SeamWatch {
public:
    /// `parameters`, `time_base`: of the result. `threads`: with 1 it has none of its own.
    SeamWatch(const AVCodecParameters& parameters, AVRational time_base, int threads);
    ~SeamWatch();
    SeamWatch(const SeamWatch&) = delete;
    SeamWatch& operator=(const SeamWatch&) = delete;

    /// The next packet begins something new: encoded pictures, copied ones, or another part.
    void seam() { is_seam_ = true; }
    /// Each packet of the result, in the file's order. Errors: CannotCopy ("verification"), also
    /// about one put before.
    void put(const AVPacket& packet);
    /// Waits until all is looked at. Errors: the same.
    void finish();

private:
    void hand_over(Packet packet);
    void work();
    void look(Packet packet);
    void take_frames();
    void end_run();
    void throw_what_was_found();

    std::int64_t watched_, until_ = 0;
    bool is_seam_ = false, is_open_ = false;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Packet> waiting_;  // nullptr: a run ends
    std::int64_t waiting_bytes_ = 0;
    bool ended_ = false;
    std::exception_ptr found_;

    // The thread's own.
    VideoDecoder decoder_;
    std::vector<std::int64_t> expected_, came_;
    Frame frame_ = new_frame();
    std::thread thread_;
};

}  // namespace mediaedit::internal
