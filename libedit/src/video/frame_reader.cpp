// Pictures of a video from any time on.
#include "video/frame_reader.hpp"

#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {

FrameReader::FrameReader(const std::filesystem::path& file, const Limits& limits, std::stop_token stop, int threads)
    : file_(file, limits, std::move(stop)), decoder_(file_.picture(), threads), threads_(threads) {}

FrameReader::FrameReader(const VideoFile& file, int threads) : file_(VideoFile::Again{file}), decoder_(file_.picture(), threads), threads_(threads) {}

void FrameReader::start_at(std::int64_t pts) {
    start_near(pts);
    from_ = pts;
}

void FrameReader::start_near(std::int64_t pts) {
    from_ = last_ = INT64_MIN;
    file_.seek(pts);
    decoder_.flush();
    deinterlacer_.reset();
    ended_ = false;
}

bool FrameReader::decode_next(AVFrame& frame) {
    while (true) {
        if (decoder_.take(frame)) {
            if (frame.pts != AV_NOPTS_VALUE) return true;
            continue;
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

bool FrameReader::next_whole(AVFrame& frame) {
    while (true) {
        if (deinterlacer_) {
            if (auto whole = deinterlacer_->take()) {
                av_frame_unref(&frame);
                av_frame_move_ref(&frame, whole.get());
                return true;
            }
        }
        if (!decode_next(frame)) {
            if (!deinterlacer_ || drained_) return false;
            drained_ = true;
            deinterlacer_->end();
            continue;
        }
        if (!deinterlacer_) {
            if (!is_interlaced(frame)) return true;
            deinterlacer_.emplace(file_.picture().time_base, threads_);
            drained_ = false;
        }
        deinterlacer_->put(frame);
    }
}

bool FrameReader::next(AVFrame& frame) {
    while (next_whole(frame)) {
        if (frame.pts < std::max(from_, file_.origin())) continue;
        if (frame.pts > last_) {
            last_ = frame.pts;
            return true;
        }
        ++out_of_time_;
    }
    return false;
}

}  // namespace mediaedit::internal
