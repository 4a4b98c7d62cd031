// A pool of memory for decoded frames with a lower startup cost than FFmpeg's.
#include "video/decode/frame_memory.hpp"

#include "base/system/system.hpp"
#include "video/ffmpeg_versions.hpp"

extern "C" {
#include <libavutil/imgutils.h>
#include <libavutil/pixdesc.h>
}

#include <algorithm>
#include <memory>
#include <new>
#include <vector>

namespace mediaedit::internal {
namespace {

/// A large page of x86 and ARM; elsewhere just a size.
constexpr std::size_t large_page = std::size_t(2) << 20;
/// Frames allocated at once; what is not written to takes no memory.
constexpr std::size_t pictures_a_piece = 8;
/// Padding after each plane: decoders read and write beyond it, in vectors of up to 64 bytes.
constexpr std::size_t beyond = 128, plane_alignment = 64;

constexpr std::size_t round_up(std::size_t size, std::size_t to) {
    return (size + to - 1) / to * to;
}

/// Blocks of memory for frames of one size, returned to the system all at once.
class Pieces {
public:
    ~Pieces() {
        for (const auto& piece : pieces_) free_pages(piece.at, piece.bytes);
    }

    void* next(std::size_t bytes) {
        if (left_ < bytes && !add(round_up(bytes * pictures_a_piece, large_page))) return nullptr;
        void* at = free_;
        free_ += bytes;
        left_ -= bytes;
        return at;
    }

private:
    struct Piece {
        void* at;
        std::size_t bytes;
    };

    bool add(std::size_t bytes) {
        // Large pages must be aligned to their size, which the system does not guarantee.
        void* at = map_pages(bytes + large_page);
        if (!at) return false;
        pieces_.push_back({at, bytes + large_page});
        std::size_t room = bytes + large_page;
        std::align(large_page, bytes, at, room);
        free_ = static_cast<std::uint8_t*>(at);
        left_ = bytes;
        return true;
    }

    std::vector<Piece> pieces_;
    std::uint8_t* free_ = nullptr;
    std::size_t left_ = 0;
};

/// The pool that owns the blocks frees them.
void leave_in_piece(void*, std::uint8_t*) {}
void drop_pieces(void* pieces) { delete static_cast<Pieces*>(pieces); }

AVBufferRef* picture_from(void* pieces, std::size_t bytes) {
    void* at = static_cast<Pieces*>(pieces)->next(bytes);
    return at ? av_buffer_create(static_cast<std::uint8_t*>(at), bytes, &leave_in_piece, nullptr, 0)
              : nullptr;
}

struct Layout {
    std::array<int, 4> line_bytes{};
    std::array<std::size_t, 4> at{};
    std::size_t bytes = 0;
};

/// The layout of avcodec_default_get_buffer2: rows are aligned for the decoder's vectors. Empty:
/// unknown.
Layout layout_of(AVCodecContext& codec, const AVFrame& frame) {
    std::array<int, AV_NUM_DATA_POINTERS> alignments{};
    int width = frame.width, height = frame.height;
    avcodec_align_dimensions2(&codec, &width, &height, alignments.data());
    Layout layout;
    const auto format = static_cast<AVPixelFormat>(frame.format);
    bool is_aligned = false;
    while (!is_aligned) {
        if (av_image_fill_linesizes(layout.line_bytes.data(), format, width) < 0) return {};
        is_aligned = true;
        for (std::size_t i = 0; i < 4; ++i)
            is_aligned = is_aligned && layout.line_bytes[i] % std::max(1, alignments[i]) == 0;
        width += width & ~(width - 1);
    }
    std::array<std::size_t, 4> plane_bytes{};
    const std::array<std::ptrdiff_t, 4> lines{layout.line_bytes[0], layout.line_bytes[1],
                                              layout.line_bytes[2], layout.line_bytes[3]};
    if (av_image_fill_plane_sizes(plane_bytes.data(), format, height, lines.data()) < 0) return {};
    for (std::size_t i = 0; i < 4 && plane_bytes[i] > 0; ++i) {
        layout.at[i] = layout.bytes;
        layout.bytes += round_up(plane_bytes[i] + beyond, plane_alignment);
    }
    return layout;
}

bool is_plain(int format) {
    const auto* pixels = av_pix_fmt_desc_get(static_cast<AVPixelFormat>(format));
    return pixels && (pixels->flags & (AV_PIX_FMT_FLAG_HWACCEL | AV_PIX_FMT_FLAG_PAL |
                                       AV_PIX_FMT_FLAG_BITSTREAM)) == 0;
}

}  // namespace

FrameMemory::~FrameMemory() { av_buffer_pool_uninit(&pool_); }

void FrameMemory::serve(AVCodecContext& codec) {
    codec.opaque = this;
    codec.get_buffer2 = &FrameMemory::get;
    let_threads_call_back(codec);
}

int FrameMemory::get(AVCodecContext* codec, AVFrame* frame, int flags) {
    const bool takes_any = codec->codec_type == AVMEDIA_TYPE_VIDEO &&
                           (codec->codec->capabilities & AV_CODEC_CAP_DR1) != 0 &&
                           is_plain(frame->format);
    const auto layout = takes_any ? layout_of(*codec, *frame) : Layout();
    if (layout.bytes == 0) return avcodec_default_get_buffer2(codec, frame, flags);
    auto& memory = *static_cast<FrameMemory*>(codec->opaque);
    if (const int code = memory.give(*frame, layout.bytes); code < 0) return code;
    for (std::size_t i = 0; i < 4; ++i) {
        frame->linesize[i] = layout.line_bytes[i];
        frame->data[i] = layout.line_bytes[i] > 0 ? frame->buf[0]->data + layout.at[i] : nullptr;
    }
    frame->extended_data = frame->data;
    return 0;
}

int FrameMemory::give(AVFrame& frame, std::size_t bytes) {
    const std::lock_guard lock(mutex_);
    if (!pool_ || bytes_ != bytes) {
        av_buffer_pool_uninit(&pool_);  // frames in use keep it alive
        auto pieces = std::make_unique<Pieces>();
        pool_ = av_buffer_pool_init2(bytes, pieces.get(), &picture_from, &drop_pieces);
        if (!pool_) return AVERROR(ENOMEM);
        pieces.release();
        bytes_ = bytes;
    }
    frame.buf[0] = av_buffer_pool_get(pool_);
    return frame.buf[0] ? 0 : AVERROR(ENOMEM);
}

}  // namespace mediaedit::internal
