// Pictures of a video from any time on.
#include "video/frame_reader.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// How far before the wish to seek when the container led past it, doubled at each further try.
constexpr std::int64_t first_step_back_s = 2;
constexpr int most_steps_back = 8;

}  // namespace

FrameReader::FrameReader(const std::filesystem::path& file, const Limits& limits, std::stop_token stop, int threads)
    : file_(file, limits, std::move(stop)), decoder_(file_.picture(), threads) {}

bool FrameReader::seek(std::int64_t pts) {
    file_.seek(pts);
    decoder_.flush();
    ended_ = false;
    // Nothing can be decoded before a key picture.
    do {
        has_packet_ = file_.read(*packet_);
    } while (has_packet_ && (packet_->stream_index != file_.picture().index || (packet_->flags & AV_PKT_FLAG_KEY) == 0));
    return has_packet_ && (packet_->pts != AV_NOPTS_VALUE ? packet_->pts : packet_->dts) <= pts;
}

void FrameReader::start_at(std::int64_t pts) {
    from_ = pts;
    // A container may know its key pictures by another clock, or not at all, and lead past the wish.
    const auto second = av_rescale_q(1, {1, 1}, file_.picture().time_base);
    std::int64_t wish = std::max(pts, file_.origin());
    for (int step = 0; !seek(wish) && step < most_steps_back && wish > file_.origin(); ++step)
        wish = std::max(file_.origin(), pts - second * (first_step_back_s << step));
}

void FrameReader::start_near(std::int64_t pts) {
    from_ = INT64_MIN;
    seek(std::max(pts, file_.origin()));
}

bool FrameReader::decode_next(AVFrame& frame) {
    while (true) {
        if (decoder_.take(frame)) {
            if (frame.pts == AV_NOPTS_VALUE) continue;
            if (frame.pts < from_) continue;
            return true;
        }
        if (ended_) return false;
        if (!std::exchange(has_packet_, false) && !file_.read(*packet_)) {
            decoder_.put(nullptr);
            ended_ = true;
        } else if (packet_->stream_index == file_.picture().index) {
            decoder_.put(packet_.get());
        }
    }
}

bool FrameReader::next(AVFrame& frame) {
    while (decode_next(frame))
        if (frame.pts >= file_.origin()) return true;
    return false;
}

}  // namespace mediaedit::internal
