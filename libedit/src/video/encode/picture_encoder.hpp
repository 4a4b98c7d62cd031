// The interface of H.264 encoders, on the processor or a graphics card.
#pragma once

#include "video/frame/frame_colour.hpp"
#include "video/handles.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

/// Larger than 1440p: the memory of each frame matters.
inline bool is_huge(PixelSize size) { return std::int64_t{size.width} * size.height > 4'000'000; }

enum class Hardware { allowed, forbidden };

struct EncoderOptions {
    PixelSize size;  ///< even sides
    AVRational time_base{1, 90'000};
    AVRational frame_rate{30, 1};  ///< approximate if it varies
    Quality quality = Quality::best;
    std::optional<std::int64_t> bits_a_second;  ///< absent: by quality
    /// Upper limit when encoding by quality. Absent: no limit, and Quality::best is visually
    /// lossless.
    std::optional<std::int64_t> most_bits_a_second{};
    ColourTags colours{};                   ///< of the frames that will be put
    std::int64_t source_bits_a_second = 0;  ///< of the source; 0: unknown
    int threads = 1;
    /// So many frames are encoded at once, so that threads need not wait for the next frame; each
    /// takes memory. 0: as many as threads.
    int at_once = 0;
    /// Halves the lookahead, at a small cost in quality, when the source itself takes much memory.
    bool short_lookahead = false;
    Hardware hardware = Hardware::allowed;
};

/// Return values are FFmpeg's: 0, AVERROR(EAGAIN), AVERROR_EOF, or an error number. Threads: one at
/// a time; may encode on threads of its own.
class PictureEncoder {
public:
    PictureEncoder() = default;
    virtual ~PictureEncoder() = default;
    PictureEncoder(const PictureEncoder&) = delete;
    PictureEncoder& operator=(const PictureEncoder&) = delete;

    [[nodiscard]] virtual const AVCodecContext& codec() const = 0;
    /// Takes AV_PIX_FMT_YUV420P of the options' size, pts rising; pict_type I requests a key frame.
    /// nullptr: the end.
    virtual int put(const AVFrame* frame) = 0;
    virtual int take(AVPacket& packet) = 0;
};

}  // namespace mediaedit::internal
