// Encodes frames to H.264 as platforms recommend it.
#pragma once

#include "video/encode/encoder_choice.hpp"
#include "video/encode/picture_encoder.hpp"
#include "video/handles.hpp"

#include <cstdint>
#include <string>

namespace mediaedit::internal {

/// Thrown when a graphics card's encoder fails; whoever catches it makes the result again without
/// one.
struct HardwareFailed {
    std::string detail;
};

/// H.264, 8 bit 4:2:0, no B-frames, a true key frame every two seconds or less and nowhere else.
/// Threads: one at a time; encodes on up to `threads` of its own.
class ResultEncoder {
public:
    /// Errors: unsupported, when this computer has no H.264 encoder.
    ResultEncoder(const EncoderOptions& options, EncoderChoice& encoders);

    [[nodiscard]] const AVCodecContext& codec() const { return chosen_.encoder->codec(); }
    /// "libx264", "h264_vaapi" ...
    [[nodiscard]] const std::string& name() const { return chosen_.name; }

    /// Frames in order, pts in the options' time base; nullptr: the end. Errors: HardwareFailed;
    /// internal.
    void put(const AVFrame* frame);
    /// Errors: the same.
    bool take(AVPacket& packet);

private:
    [[noreturn]] void fail_with(const std::string& detail);
    [[noreturn]] void fail_with_code(int code);

    EncoderChoice& encoders_;
    ChosenEncoder chosen_;
    std::int64_t next_key_ = INT64_MIN, last_pts_ = INT64_MIN;
    std::int64_t key_every_ = 0, put_ = 0, taken_ = 0;
    bool has_ended_ = false;
};

}  // namespace mediaedit::internal
