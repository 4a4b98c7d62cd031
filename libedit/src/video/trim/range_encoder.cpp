// Encodes the frames of a kept range that cannot be copied.
#include "video/trim/range_encoder.hpp"

#include "base/start_thread.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {

RangeEncoder::RangeEncoder(const VideoFile& file, const VideoFile& known, const TrimPlan& plan,
                           TimedOverlays& overlays, int threads)
    : file_(file), known_(known), plan_(plan), overlays_(overlays), threads_(threads) {}

std::unique_ptr<SeamEncoder> RangeEncoder::new_encoder() const {
    const auto& stream = file_.picture();
    return std::make_unique<SeamEncoder>(*stream.codecpar, stream.time_base, stream.avg_frame_rate,
                                         plan_.source.free_set_id, threads_);
}

const AvcRecord& RangeEncoder::record() {
    if (!encoder_) encoder_ = new_encoder();
    return encoder_->record();
}

void RangeEncoder::decode_ahead(std::int64_t from) {
    first_frame_ = run_beside([this, from] { return first_frame(from); });
}

/// Empty when there is none.
Frame RangeEncoder::first_frame(std::int64_t from) {
    if (!frames_) frames_.emplace(known_, threads_);
    faults_before_ = frames_->faults();
    frames_->start_at(from);
    return next_frame();
}

Frame RangeEncoder::next_frame() {
    auto frame = new_frame();
    return frames_->next(*frame) ? std::move(frame) : Frame();
}

void RangeEncoder::encode(std::int64_t from, std::int64_t to, const PlacedRange& place,
                          VideoMuxer& muxer, const std::function<void(std::int64_t)>& progress) {
    auto frame = first_frame_.valid() ? first_frame_.get() : first_frame(from);
    if (frame && frame->pts < to) {
        if (!encoder_) encoder_ = new_encoder();
        for (Frame following; frame && frame->pts < to; frame = std::move(following)) {
            following = next_frame();
            encode_frame(*frame, following ? following->pts : place.range.end, place, muxer);
            progress(plan_.result_time(frame->pts, place));
        }
        encoder_->put(nullptr);
        write_ready(muxer);
        encoder_.reset();
    }
    if (frames_->faults() != faults_before_)
        throw CannotCopy{"damaged", "a picture beside the cut is damaged"};
}

/// Once, or once for each part of its time that shows other overlays. `until`: the next frame's
/// pts.
void RangeEncoder::encode_frame(const AVFrame& frame, std::int64_t until, const PlacedRange& place,
                                VideoMuxer& muxer) {
    const auto pts = plan_.result_time(frame.pts, place);
    if (!place.range.is_changed) {
        encode_at(share(frame), pts, muxer);
        return;
    }
    const auto& cuts = plan_.cuts;
    const OnScreen screen{file_.time_of(frame.pts), file_.time_of(until)};
    const OnScreen kept{std::max(screen.from, cuts.time(cuts.begin(place.range))),
                        std::min(screen.until, cuts.time(cuts.end(place.range)))};
    const auto parts = overlays_.parts_of(screen, kept);
    for (const auto& shown : parts)
        encode_at(overlays_.draw(frame, shown.at, screen),
                  pts + cuts.ticks(shown.part.from - parts.front().part.from), muxer);
}

void RangeEncoder::encode_at(Frame frame, std::int64_t at, VideoMuxer& muxer) {
    frame->pts = at;
    encoder_->put(frame.get());
    write_ready(muxer);
}

void RangeEncoder::write_ready(VideoMuxer& muxer) {
    while (encoder_->take(*packet_)) muxer.put_encoded(*packet_, packet_->pts);
}

}  // namespace mediaedit::internal
