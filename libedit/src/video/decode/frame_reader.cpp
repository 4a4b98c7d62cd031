// Decodes frames of a video from any time on.
#include "video/decode/frame_reader.hpp"

#include "picture/opencv_pool.hpp"
#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Holds one group of any phone's video; in a longer group all frames are decoded.
constexpr std::int64_t most_bytes_ahead = 32 << 20;

}  // namespace

FrameReader::FrameReader(const std::filesystem::path& file, const Limits& limits,
                         std::stop_token stop, int threads)
    : file_(VideoFile::open(file, limits, std::move(stop))),
      decoder_(std::in_place, file_.picture(), threads),
      threads_(threads) {
    start_opencv_pool(threads);
    decoder_->expect_whole_from(file_.whole_from());
}

FrameReader::FrameReader(const VideoFile& file, int threads)
    : file_(file.reopened()), threads_(threads), ended_(true) {
    start_opencv_pool(threads);
}

void FrameReader::rest() {
    faults_before_ = faults() - out_of_time_;
    decoder_.reset();
    deinterlacer_.reset();
    ahead_.clear();
    last_ = INT64_MIN;
    ended_ = true;
}

void FrameReader::start_at(std::int64_t pts) {
    start_near(pts);
    from_ = pts;
}

void FrameReader::start_near(std::int64_t pts) {
    from_ = last_ = unseen_before_ = INT64_MIN;
    ahead_.clear();
    file_.seek(pts);
    if (decoder_) decoder_->flush();
    else decoder_.emplace(file_.picture(), threads_);
    decoder_->expect_whole_from(file_.whole_from());
    deinterlacer_.reset();
    ended_ = false;
}

void FrameReader::go_near(std::int64_t pts) {
    const auto* key = file_.has_table() ? avformat_index_get_entry_from_timestamp(
                                              &file_.picture(), pts, AVSEEK_FLAG_BACKWARD)
                                        : nullptr;
    const bool leads_back =
        key && !ended_ && last_ != INT64_MIN && key->timestamp <= last_ && last_ < pts;
    if (!leads_back) start_near(pts);
}

bool FrameReader::decode_next(AVFrame& frame) {
    while (true) {
        if (decoder_ && decoder_->take(frame)) {
            if (frame.pts != AV_NOPTS_VALUE) return true;
            continue;
        }
        if (ended_) return false;
        if (!next_packet(*packet_)) {
            decoder_->put(nullptr);
            ended_ = true;
        } else if (packet_->pts != AV_NOPTS_VALUE && packet_->pts < unseen_before_) {
            decoder_->put_unseen(*packet_);
        } else {
            decoder_->put(packet_.get());
        }
    }
}

bool FrameReader::next_packet(AVPacket& packet) {
    if (ahead_.empty()) return file_.read_picture(packet);
    av_packet_unref(&packet);
    av_packet_move_ref(&packet, ahead_.front().get());
    ahead_.pop_front();
    return true;
}

std::optional<FrameReader::Shown> FrameReader::look_for_shown(std::int64_t pts) {
    // Deinterlacing needs the neighbouring frames.
    if (file_.picture().codecpar->field_order > AV_FIELD_PROGRESSIVE || deinterlacer_) return {};
    std::optional<std::int64_t> shown, next;
    const auto found = [&] { return shown ? std::optional(Shown{*shown, next}) : std::nullopt; };
    std::int64_t bytes = 0;
    while (bytes < most_bytes_ahead) {
        auto packet = new_packet();
        if (!file_.read_picture(*packet)) return found();
        bytes += packet->size;
        const auto* last = ahead_.emplace_back(std::move(packet)).get();
        if (last->pts == AV_NOPTS_VALUE || last->dts == AV_NOPTS_VALUE) return {};
        // Frames after it in the file are shown later.
        if (shown && next && last->dts > *next) return found();
        const bool counts = (last->flags & AV_PKT_FLAG_DISCARD) == 0 && last->pts >= file_.origin();
        if (!counts) continue;
        if (last->pts <= std::max(pts, file_.origin()))
            shown = std::max(shown.value_or(last->pts), last->pts);
        else next = std::min(next.value_or(last->pts), last->pts);
    }
    return {};
}

std::optional<FrameReader::Shown> FrameReader::start_at_shown(std::int64_t pts) {
    start_near(pts);
    const auto shown = look_for_shown(pts);
    if (shown) from_ = unseen_before_ = shown->pts;
    return shown;
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
            deinterlacer_ = new_deinterlacer(file_.picture().time_base, threads_);
            drained_ = false;
        }
        deinterlacer_->put(frame);
    }
}

bool FrameReader::next(AVFrame& frame) {
    while (next_whole(frame)) {
        if (frame.pts < std::max({from_, file_.origin(), file_.whole_from()})) continue;
        if (frame.pts > last_) {
            last_ = frame.pts;
            fit_.fit(frame);
            return true;
        }
        ++out_of_time_;
    }
    return false;
}

}  // namespace mediaedit::internal
