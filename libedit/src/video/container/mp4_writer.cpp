// Writes an MP4 file as platforms recommend it.
#include "video/container/mp4_writer.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/av_shortage.hpp"
#include "video/container/mp4_shrink.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <span>
#include <string>

namespace mediaedit::internal {
namespace {

constexpr int buffer_bytes = 1 << 18;
/// Bytes in tables for a video frame (size, time, offset, key, position) and for an audio packet,
/// if no runs can be merged.
constexpr std::int64_t bytes_a_picture = 48, bytes_a_audio = 32, bytes_besides = 8192;

}  // namespace

int Mp4Writer::Channel::write(void* opaque, BytesToWrite bytes, int count) {
    auto& channel = *static_cast<Channel*>(opaque);
    try {
        channel.file.write({bytes, static_cast<std::size_t>(count)});
        return count;
    } catch (...) {
        channel.failure = std::current_exception();
        return AVERROR(EIO);
    }
}

std::int64_t Mp4Writer::Channel::seek(void* opaque, std::int64_t offset, int whence) {
    const auto& channel = *static_cast<Channel*>(opaque);
    if (whence == AVSEEK_SIZE) return AVERROR(ENOSYS);
    const auto place = channel.file.seek(offset, whence & ~AVSEEK_FORCE);
    return place < 0 ? AVERROR(static_cast<int>(-place)) : place;
}

Mp4Writer::Mp4Writer(NewFile& file, const Track& picture, const Track* audio) : channel_{file, {}} {
    context_.reset(quiet_format_context());
    context_->oformat = av_guess_format("mp4", nullptr, nullptr);
    if (!context_->oformat)
        fail(ErrorCode::unsupported, tr("The video library of this computer cannot write MP4 "
                                        "files; install the usual one."));
    auto* buffer = static_cast<unsigned char*>(av_malloc(buffer_bytes));
    if (!buffer) fail_for_memory();
    io_.reset(avio_alloc_context(buffer, buffer_bytes, 1, &channel_, nullptr, &Channel::write,
                                 &Channel::seek));
    if (!io_) {
        av_free(buffer);
        fail_for_memory();
    }
    io_->direct = 1;  // frames are not collected in the buffer first
    context_->pb = io_.get();
    context_->flags |=
        AVFMT_FLAG_CUSTOM_IO | AVFMT_FLAG_BITEXACT;  // the latter leaves out the writer's name
    add(picture);
    if (audio) add(*audio);

    AVDictionary* options = nullptr;
    av_dict_set(&options, "use_editlist", "0", 0);
    av_dict_set(&options, "write_tmcd", "0", 0);
    av_dict_set_int(&options, "moov_size",
                    bytes_besides + bytes_a_picture * picture.most_packets +
                        (audio ? bytes_a_audio * audio->most_packets : 0),
                    0);
    const int code = avformat_write_header(context_.get(), &options);
    av_dict_free(&options);
    expect(code, "header");
    // The muxer may use finer ticks than it was given.
    for (unsigned i = 0; i < context_->nb_streams; ++i)
        time_bases_[i] = i == 0 ? picture.time_base : audio->time_base;
}

void Mp4Writer::add(const Track& track) {
    AVStream* stream = avformat_new_stream(context_.get(), nullptr);
    if (!stream) fail_for_video_memory();
    expect(avcodec_parameters_copy(stream->codecpar, track.parameters), "parameters");
    stream->codecpar->codec_tag = 0;  // the source's container may use another tag
    stream->time_base = track.time_base;
    stream->avg_frame_rate = track.frame_rate;
    stream->sample_aspect_ratio = track.parameters->sample_aspect_ratio;
    if (track.display_matrix) set_display_matrix(*stream, track.display_matrix);
}

void Mp4Writer::expect(int code, const char* doing) const {
    if (channel_.failure) std::rethrow_exception(channel_.failure);
    fail_if_av_short(code);
    if (code < 0)
        fail(ErrorCode::internal, tr("The video could not be put together; nothing was saved."), {},
             std::string(doing) + ": " + av_text(code));
}

void Mp4Writer::put(AVPacket& packet, std::size_t track) {
    const auto& stream = *context_->streams[track];
    av_packet_rescale_ts(&packet, time_bases_[track], stream.time_base);
    if (track == 0) packet.dts = last_picture_dts_ = std::max(packet.dts, last_picture_dts_ + 1);
    packet.stream_index = static_cast<int>(track);
    packet.pos = -1;
    expect(av_write_frame(context_.get(), &packet), "packet");
    av_packet_unref(&packet);
}

void Mp4Writer::put_last_picture(AVPacket& packet, std::int64_t end) {
    // Its decode time is its display time, so that the durations of all frames add up to `end`, and
    // no frame is shown longer.
    packet.dts = packet.pts;
    packet.duration = std::max<std::int64_t>(1, end - packet.dts);
    put_picture(packet);
}

void Mp4Writer::finish() {
    expect(av_write_trailer(context_.get()), "trailer");
    avio_flush(io_.get());
    expect(io_->error, "flush");
    remove_free_space(channel_.file);
}

}  // namespace mediaedit::internal
