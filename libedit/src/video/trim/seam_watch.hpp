// Verifies the seams of a trimmed video while it is written.
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

/// Decodes the first 150 ms after each seam while the file is written. If the part before a seam
/// was decoded too, the same decoder goes on over the seam, as a player does. See
/// docs/decisions/0006-seams-looked-at.md. Threads: one at a time; decodes on a thread of its own
/// if allowed, else in the caller's. Memory: some megabytes of waiting packets.
class SeamWatch {
public:
    /// `parameters`, `time_base`: of the result. `threads`: with 1 it starts no thread.
    SeamWatch(const AVCodecParameters& parameters, AVRational time_base, int threads);
    ~SeamWatch();
    SeamWatch(const SeamWatch&) = delete;
    SeamWatch& operator=(const SeamWatch&) = delete;

    /// The next packet begins something new: encoded frames, copied ones, or another range.
    void seam() { is_seam_ = true; }
    /// Takes each packet of the result, in the file's order. Errors: CannotCopy ("verification"),
    /// also for earlier packets.
    void put(const AVPacket& packet);
    /// Waits until all is decoded. Errors: the same.
    void finish();

private:
    void hand_over(Packet packet);
    void work();
    void decode(Packet packet);
    void take_frames();
    void end_run();
    void rethrow_error();

    std::int64_t watched_, until_ = 0;
    bool is_seam_ = false, is_open_ = false;

    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Packet> waiting_;  // nullptr: the end of a run
    std::int64_t waiting_bytes_ = 0;
    bool ended_ = false;
    std::exception_ptr error_;

    // Used by the thread only.
    VideoDecoder decoder_;
    std::vector<std::int64_t> expected_, decoded_;
    Frame frame_ = new_frame();
    std::thread thread_;
};

}  // namespace mediaedit::internal
