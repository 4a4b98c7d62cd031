// FFmpeg's objects, each owned by one pointer; its errors as ours; and no word of it on anybody's screen.
#pragma once

#include <mediaedit/result.hpp>

#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace mediaedit::internal {

struct DropInput {
    void operator()(AVFormatContext* input) const noexcept { avformat_close_input(&input); }
};
struct DropOutput {
    void operator()(AVFormatContext* output) const noexcept { avformat_free_context(output); }
};
struct DropCodec {
    void operator()(AVCodecContext* codec) const noexcept { avcodec_free_context(&codec); }
};
struct DropPacket {
    void operator()(AVPacket* packet) const noexcept { av_packet_free(&packet); }
};
struct DropFrame {
    void operator()(AVFrame* frame) const noexcept { av_frame_free(&frame); }
};
struct DropBuffer {
    void operator()(AVBufferRef* buffer) const noexcept { av_buffer_unref(&buffer); }
};
struct DropParameters {
    void operator()(AVCodecParameters* parameters) const noexcept { avcodec_parameters_free(&parameters); }
};
struct DropScaler {
    void operator()(SwsContext* scaler) const noexcept { sws_freeContext(scaler); }
};
using Input = std::unique_ptr<AVFormatContext, DropInput>;
using OutputContext = std::unique_ptr<AVFormatContext, DropOutput>;
using Codec = std::unique_ptr<AVCodecContext, DropCodec>;
using Packet = std::unique_ptr<AVPacket, DropPacket>;
using Frame = std::unique_ptr<AVFrame, DropFrame>;
using Buffer = std::unique_ptr<AVBufferRef, DropBuffer>;
using Parameters = std::unique_ptr<AVCodecParameters, DropParameters>;
using Scaler = std::unique_ptr<SwsContext, DropScaler>;

/// Errors of the four: too_large (no memory).
Packet new_packet();
Frame new_frame();
/// Another holder of the same data.
Packet share(const AVPacket& packet);
Frame share(const AVFrame& frame);

[[noreturn]] void fail_for_video_memory(const std::string& detail = {});

/// FFmpeg's sentence for an error number, for Error::detail.
std::string av_text(int code);

/// Contexts that say nothing: FFmpeg's log belongs to the process, so it is not set, but each context can be kept below it.
AVFormatContext* quiet_format_context();
Codec quiet_codec_context(const AVCodec* codec);
/// How far: over any level that is shown, and below 256, since a level's lowest byte counts. Its lowest bit must be clear, see handles.cpp.
inline constexpr int quiet_offset = 150;

}  // namespace mediaedit::internal
