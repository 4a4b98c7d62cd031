// FFmpeg's objects, each owned by one pointer; its errors as ours; and no word of it on anybody's
// screen.
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

/// With its buffer.
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
/// Another holder of the same data.
Packet share(const AVPacket& packet);
Frame share(const AVFrame& frame);

[[noreturn]] void fail_for_video_memory(const std::string& detail = {});

/// FFmpeg's sentence for an error number, for Error::detail.
std::string av_text(int code);

/// Contexts that say nothing: FFmpeg's log belongs to the process, so it is not set, but each
/// context can be kept below it.
AVFormatContext* quiet_format_context();
Codec quiet_codec_context(const AVCodec* codec);
/// How far: over any level that is shown, and below 256, since a level's lowest byte counts. Its
/// lowest bit must be clear, see handles.cpp.
inline constexpr int quiet_offset = 150;

}  // namespace mediaedit::internal
