// Owning pointers for FFmpeg's objects, its errors as ours, and contexts that log nothing.
#pragma once

#include "base/owned.hpp"

#include <mediaedit/result.hpp>

#include <memory>
#include <string>

extern "C" {
#include <libavcodec/avcodec.h>
#include <libavformat/avformat.h>
#include <libswscale/swscale.h>
}

namespace mediaedit::internal {

/// Frees the buffer, too.
void free_io(AVIOContext* io) noexcept;

using Input = OwnedByAddress<AVFormatContext, &avformat_close_input>;
using OutputContext = Owned<AVFormatContext, &avformat_free_context>;
using Io = Owned<AVIOContext, &free_io>;
using Codec = OwnedByAddress<AVCodecContext, &avcodec_free_context>;
using Packet = OwnedByAddress<AVPacket, &av_packet_free>;
using Frame = OwnedByAddress<AVFrame, &av_frame_free>;
using Buffer = OwnedByAddress<AVBufferRef, &av_buffer_unref>;
using Parameters = OwnedByAddress<AVCodecParameters, &avcodec_parameters_free>;
using Scaler = Owned<SwsContext, &sws_freeContext>;

/// Errors of the four: too_large (no memory).
Packet new_packet();
Frame new_frame();
/// A new reference to the same data.
Packet share(const AVPacket& packet);
Frame share(const AVFrame& frame);

[[noreturn]] void fail_for_video_memory(const std::string& detail = {});

/// FFmpeg's text for an error number, for Error::detail.
std::string av_text(int code);

/// Contexts that log nothing. FFmpeg's log level belongs to the process, so it is not changed;
/// instead each context's messages are lowered below it.
AVFormatContext* quiet_format_context();
Codec quiet_codec_context(const AVCodec* codec);
/// By how much: more than any level that is logged, and less than 256, since only a level's lowest
/// byte counts. The lowest bit must be clear, see handles.cpp.
inline constexpr int quiet_offset = 150;

}  // namespace mediaedit::internal
