// Encodes frames to H.264 as platforms recommend it.
#include "video/encode/result_encoder.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/av_shortage.hpp"

namespace mediaedit::internal {
namespace {

constexpr int key_every_s = 2;

}  // namespace

ResultEncoder::ResultEncoder(const EncoderOptions& options, EncoderChoice& encoders)
    : encoders_(encoders), chosen_(encoders.open(options)) {
    key_every_ = av_rescale_q(key_every_s, {1, 1}, options.time_base);
}

void ResultEncoder::fail_with(const std::string& detail) {
    if (chosen_.kind == EncoderCandidate::Kind::hardware) {
        encoders_.give_up(chosen_.name);
        throw HardwareFailed{chosen_.name + ": " + detail};
    }
    fail(ErrorCode::internal, tr("A picture of the video could not be encoded; nothing was saved."),
         {}, detail);
}

void ResultEncoder::fail_with_code(int code) {
    // A card may run out of its own memory.
    if (chosen_.kind != EncoderCandidate::Kind::hardware) fail_if_av_short(code);
    fail_with(av_text(code));
}

void ResultEncoder::put(const AVFrame* frame) {
    Frame own = frame ? share(*frame) : Frame();
    if (own) {
        const bool is_key = next_key_ == INT64_MIN || own->pts >= next_key_;
        own->pict_type = is_key ? AV_PICTURE_TYPE_I : AV_PICTURE_TYPE_NONE;
        if (is_key) next_key_ = (next_key_ == INT64_MIN ? own->pts : next_key_) + key_every_;
        if (is_key && own->pts >= next_key_)
            next_key_ = own->pts + key_every_;  // a long still frame
        ++put_;
    }
    has_ended_ = !own;
    if (const int code = chosen_.encoder->put(own.get()); code < 0) fail_with_code(code);
}

bool ResultEncoder::take(AVPacket& packet) {
    const int code = chosen_.encoder->take(packet);
    if ((code == AVERROR_EOF || (code == AVERROR(EAGAIN) && has_ended_)) && taken_ != put_)
        fail_with("pictures are missing");
    if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return false;
    if (code < 0) fail_with_code(code);
    if (packet.pts <= last_pts_ || taken_ == put_) fail_with("pictures out of order");
    last_pts_ = packet.pts;
    packet.dts =
        packet.pts;  // frames are not reordered, so both are equal, whatever the encoder sets
    ++taken_;
    return true;
}

}  // namespace mediaedit::internal
