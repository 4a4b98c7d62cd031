// Verifies the seams of a trimmed video while it is written.
#include "video/trim/seam_watch.hpp"

#include "base/start_thread.hpp"
#include "video/decode/copy_plan.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace mediaedit::internal {
namespace {

constexpr std::int64_t watched_ms = 150;
/// If more is waiting, the writer waits.
constexpr std::int64_t most_bytes_waiting = 8 << 20;

}  // namespace

SeamWatch::SeamWatch(const AVCodecParameters& parameters, AVRational time_base, int threads)
    : watched_(av_rescale_q(watched_ms, {1, 1000}, time_base)), decoder_(parameters, time_base, 1) {
    decoder_.only_check();
    if (threads > 1) start_thread(thread_, [this] { work(); });
}

SeamWatch::~SeamWatch() {
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
        waiting_.clear();
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
}

void SeamWatch::put(const AVPacket& packet) {
    if (std::exchange(is_seam_, false)) {
        until_ = packet.pts + watched_;
        is_open_ = true;
    }
    if (!is_open_) return;
    if (packet.pts < until_) {
        hand_over(share(packet));
    } else {
        is_open_ = false;
        hand_over(nullptr);
    }
}

void SeamWatch::finish() {
    if (is_open_) hand_over(nullptr);
    {
        const std::lock_guard lock(mutex_);
        ended_ = true;
    }
    changed_.notify_all();
    if (thread_.joinable()) thread_.join();
    rethrow_error();
}

void SeamWatch::rethrow_error() {
    if (error_) std::rethrow_exception(error_);
}

void SeamWatch::hand_over(Packet packet) {
    if (!thread_.joinable()) {
        decode(std::move(packet));
        return;
    }
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return waiting_bytes_ < most_bytes_waiting || error_; });
    rethrow_error();
    if (packet) waiting_bytes_ += packet->size;
    waiting_.push_back(std::move(packet));
    lock.unlock();
    changed_.notify_all();
}

void SeamWatch::work() {
    while (true) {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
        if (waiting_.empty()) return;
        auto packet = std::move(waiting_.front());
        waiting_.pop_front();
        if (packet) waiting_bytes_ -= packet->size;
        lock.unlock();
        changed_.notify_all();
        try {
            decode(std::move(packet));
        } catch (...) {
            {
                const std::lock_guard again(mutex_);
                error_ = std::current_exception();
            }
            changed_.notify_all();
            return;
        }
    }
}

void SeamWatch::decode(Packet packet) {
    if (!packet) {
        end_run();
        return;
    }
    expected_.push_back(packet->pts);
    decoder_.put(packet.get());
    take_frames();
}

void SeamWatch::take_frames() {
    while (decoder_.take(*frame_)) decoded_.push_back(frame_->pts);
    if (decoder_.faults() != 0) fail_verification("pictures at a seam are damaged");
}

void SeamWatch::end_run() {
    decoder_.put(nullptr);
    take_frames();
    decoder_.flush();
    std::ranges::sort(expected_);
    if (decoded_ != expected_)
        fail_verification(std::to_string(decoded_.size()) +
                          " pictures at a seam or other times, expected " +
                          std::to_string(expected_.size()));
    expected_.clear();
    decoded_.clear();
}

}  // namespace mediaedit::internal
