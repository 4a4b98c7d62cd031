// Owning pointers for FFmpeg's objects.
#include "video/handles.hpp"

#include "base/failure.hpp"
#include "base/file_errors.hpp"
#include "base/message.hpp"

#include <array>
#include <cstddef>

namespace mediaedit::internal {
namespace {

template <class Handle>
Handle whole(Handle handle) {
    if (!handle) fail_for_video_memory();
    return handle;
}

/// A copy of FFmpeg's AVClass of format contexts whose log level offset is read from `debug`. None
/// of the bits that mean something there is set.
const AVClass* quiet_format_class() {
    static const AVClass quiet = [] {
        AVClass copy = *avformat_get_class();
        copy.log_level_offset_offset = static_cast<int>(offsetof(AVFormatContext, debug));
        return copy;
    }();
    return &quiet;
}

}  // namespace

Packet new_packet() { return whole(Packet(av_packet_alloc())); }
Frame new_frame() { return whole(Frame(av_frame_alloc())); }
Packet share(const AVPacket& packet) { return whole(Packet(av_packet_clone(&packet))); }
Frame share(const AVFrame& frame) { return whole(Frame(av_frame_clone(&frame))); }

void fail_for_video_memory(const std::string& detail) {
    fail(ErrorCode::too_large,
         tr("There is not enough memory for this video; close other programs and try again."), {},
         detail);
}

void free_io(AVIOContext* io) noexcept {
    av_freep(&io->buffer);
    avio_context_free(&io);
}

std::string av_text(int code) {
    constexpr int most_errno = 4096;  // FFmpeg's own numbers are far larger
    if (code < 0 && code > -most_errno) return errno_text(AVUNERROR(code));
    std::array<char, AV_ERROR_MAX_STRING_SIZE> text{};
    av_strerror(code, text.data(), text.size());
    return text.data();
}

AVFormatContext* quiet_format_context() {
    AVFormatContext* context = avformat_alloc_context();
    if (!context) fail_for_video_memory();
    context->av_class = quiet_format_class();
    context->debug = quiet_offset;
    return context;
}

Codec quiet_codec_context(const AVCodec* codec) {
    auto context = whole(Codec(avcodec_alloc_context3(codec)));
    context->log_level_offset = quiet_offset;
    return context;
}

}  // namespace mediaedit::internal
