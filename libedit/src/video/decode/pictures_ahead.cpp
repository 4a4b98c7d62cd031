// Reads a video's packets ahead, on a thread of its own.
#include "video/decode/pictures_ahead.hpp"

#include "base/start_thread.hpp"

#include <utility>

namespace mediaedit::internal {
namespace {

/// Enough to bridge short delays of reading and writing.
constexpr std::int64_t most_bytes_waiting = 4 << 20;

}  // namespace

PicturesAhead::PicturesAhead(VideoFile& file, std::int64_t pts, int threads)
    : file_(file), pts_(pts) {
    if (threads > 1) start_thread(thread_, [this] { work(); });
}

PicturesAhead::~PicturesAhead() {
    if (!thread_.joinable()) return;
    {
        const std::lock_guard lock(mutex_);
        left_ = true;
    }
    changed_.notify_all();
    thread_.join();
}

bool PicturesAhead::next(AVPacket& packet) {
    if (!thread_.joinable()) {
        if (!std::exchange(has_sought_, true)) file_.seek(pts_);
        return file_.read_picture(packet);
    }
    av_packet_unref(&packet);
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return ended_ || !waiting_.empty(); });
    if (waiting_.empty()) {
        if (failure_) std::rethrow_exception(failure_);
        return false;
    }
    const auto first = std::move(waiting_.front());
    waiting_.pop_front();
    waiting_bytes_ -= first->size;
    lock.unlock();
    changed_.notify_all();
    av_packet_move_ref(&packet, first.get());
    return true;
}

void PicturesAhead::work() {
    std::exception_ptr failure;
    try {
        file_.seek(pts_);
        auto packet = new_packet();
        while (file_.read_picture(*packet)) {
            std::unique_lock lock(mutex_);
            changed_.wait(lock, [this] { return left_ || waiting_bytes_ < most_bytes_waiting; });
            if (left_) return;
            waiting_bytes_ += packet->size;
            waiting_.push_back(std::exchange(packet, new_packet()));
            lock.unlock();
            changed_.notify_all();
        }
    } catch (...) { failure = std::current_exception(); }
    {
        const std::lock_guard lock(mutex_);
        failure_ = failure;
        ended_ = true;
    }
    changed_.notify_all();
}

}  // namespace mediaedit::internal
