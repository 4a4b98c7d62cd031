// Pictures of a video from any time on.
#include "video/frame_reader.hpp"

#include <utility>

namespace mediaedit::internal {

FrameReader::FrameReader(const std::filesystem::path& file, const Limits& limits, std::stop_token stop, int threads)
    : file_(file, limits, std::move(stop)), decoder_(file_.picture(), threads) {}

void FrameReader::start_at(std::int64_t pts) {
    start_near(pts);
    from_ = pts;
}

void FrameReader::start_near(std::int64_t pts) {
    from_ = INT64_MIN;
    file_.seek(pts);
    decoder_.flush();
    ended_ = false;
}

bool FrameReader::decode_next(AVFrame& frame) {
    while (true) {
        if (decoder_.take(frame)) {
            if (frame.pts == AV_NOPTS_VALUE) continue;
            if (frame.pts < from_) continue;
            return true;
        }
        if (ended_) return false;
        if (!file_.read(*packet_)) {
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
