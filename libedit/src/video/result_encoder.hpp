// Finished pictures to H.264 as the platforms recommend it.
#pragma once

#include "video/handles.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <optional>
#include <string>

namespace mediaedit::internal {

struct EncoderWish {
    PixelSize size;                          ///< even sides
    AVRational time_base{1, 90'000};
    AVRational frame_rate{30, 1};            ///< about, where it varies
    Quality quality = Quality::best;
    std::optional<std::int64_t> bits_a_second;  ///< absent: by quality
    int threads = 1;
};

/// H.264, 8 bit 4:2:0, BT.709, no pictures out of order, a true key picture at least every two seconds and nowhere else.
/// Threads: one at a time; encodes on up to `threads` of its own.
class ResultEncoder {
public:
    /// Errors: unsupported, when this computer has no H.264 encoder.
    explicit ResultEncoder(const EncoderWish& wish);

    [[nodiscard]] const AVCodecContext& codec() const { return *codec_; }
    /// "libx264", "h264_nvenc" ...
    [[nodiscard]] std::string name() const;

    /// Pictures in order, pts in the wish's time base; nullptr: no more are to come. Errors: internal.
    void put(const AVFrame* frame);
    bool take(AVPacket& packet);

private:
    Codec codec_;
    std::int64_t next_key_ = INT64_MIN;
    std::int64_t key_every_ = 0;
};

}  // namespace mediaedit::internal
