// What turns finished pictures into H.264, whoever does it: the processor or a graphics card.
#pragma once

#include "video/frame/frame_colour.hpp"
#include "video/handles.hpp"

#include <mediaedit/export_media.hpp>
#include <mediaedit/geometry.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

/// More than 1440p: so large that each picture kept in memory counts.
inline bool is_huge(PixelSize size) { return std::int64_t{size.width} * size.height > 4'000'000; }

enum class Hardware { allowed, forbidden };

struct EncoderOptions {
    PixelSize size;  ///< even sides
    AVRational time_base{1, 90'000};
    AVRational frame_rate{30, 1};  ///< about, where it varies
    Quality quality = Quality::best;
    std::optional<std::int64_t> bits_a_second;  ///< absent: by quality
    /// By quality, the most that may be spent. Absent: no bound, and Quality::best loses nothing
    /// that can be seen or measured.
    std::optional<std::int64_t> most_bits_a_second{};
    ColourTags colours{};                   ///< of the pictures that will be put
    std::int64_t source_bits_a_second = 0;  ///< what the source spends; 0: unknown
    int threads = 1;
    /// So many pictures are begun at once, so that the threads need not wait for the next; each
    /// takes memory. 0: as many as threads.
    int at_once = 0;
    /// Half as many pictures are looked at ahead, at a little cost of quality: the source itself
    /// takes much memory.
    bool looks_less_ahead = false;
    Hardware hardware = Hardware::allowed;
};

/// Its answers are FFmpeg's: 0, AVERROR(EAGAIN), AVERROR_EOF, or the number of what went wrong.
/// Threads: one at a time; may encode on threads of its own.
class PictureEncoder {
public:
    PictureEncoder() = default;
    virtual ~PictureEncoder() = default;
    PictureEncoder(const PictureEncoder&) = delete;
    PictureEncoder& operator=(const PictureEncoder&) = delete;

    [[nodiscard]] virtual const AVCodecContext& codec() const = 0;
    /// Takes AV_PIX_FMT_YUV420P of the wished size, pts rising; pict_type I asks for a key picture.
    /// nullptr: no more are to come.
    virtual int put(const AVFrame* frame) = 0;
    virtual int take(AVPacket& packet) = 0;
};

}  // namespace mediaedit::internal
