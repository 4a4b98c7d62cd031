// Decodes packets to frames.
#include "video/decode/video_decoder.hpp"

#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/av_shortage.hpp"

#include <cerrno>

namespace mediaedit::internal {
namespace {

[[noreturn]] void refuse(const std::string& detail) {
    fail(ErrorCode::unsupported,
         tr("This kind of video cannot be read here; save it as MP4 with H.264 first."), {},
         detail);
}

[[noreturn]] void refuse(int code) {
    fail_if_av_short(code);
    refuse(av_text(code));
}

}  // namespace

VideoDecoder::VideoDecoder(const AVStream& stream, int threads)
    : VideoDecoder(*stream.codecpar, stream.time_base, threads) {}

VideoDecoder::VideoDecoder(const AVCodecParameters& parameters, AVRational time_base, int threads) {
    const AVCodec* decoder = avcodec_find_decoder(parameters.codec_id);
    if (!decoder) refuse(avcodec_get_name(parameters.codec_id));
    const auto open = [&](int count) {
        codec_ = quiet_codec_context(decoder);
        if (const int code = avcodec_parameters_to_context(codec_.get(), &parameters); code < 0)
            refuse(code);
        codec_->pkt_timebase = time_base;
        codec_->thread_count = count;
        memory_->serve(*codec_);
        // A damaged frame is better than none.
        codec_->flags |= AV_CODEC_FLAG_OUTPUT_CORRUPT;
        return avcodec_open2(codec_.get(), decoder, nullptr);
    };
    const int count = startable_threads(threads);
    int code = open(count);
    // Starting another thread may work, but not as many as the decoder needs.
    if (code == AVERROR(EAGAIN) && count > 1) code = open(1);
    if (code < 0) refuse(code);
}

void VideoDecoder::only_check() { codec_->skip_loop_filter = AVDISCARD_ALL; }

void VideoDecoder::put(const AVPacket* packet) {
    if (packet && packet->pts != AV_NOPTS_VALUE) last_put_ = packet->pts;
    const int code = avcodec_send_packet(codec_.get(), packet);
    fail_if_av_short(code);  // not the file's fault
    if (code < 0 && code != AVERROR_EOF && packet && last_put_ >= whole_from_) ++faults_;
}

void VideoDecoder::put_unseen(const AVPacket& packet) {
    codec_->skip_frame = AVDISCARD_NONREF;
    put(&packet);
    codec_->skip_frame = AVDISCARD_DEFAULT;
}

bool VideoDecoder::take(AVFrame& frame) {
    while (true) {
        av_frame_unref(&frame);
        const int code = avcodec_receive_frame(codec_.get(), &frame);
        if (code == AVERROR(EAGAIN) || code == AVERROR_EOF) return false;
        fail_if_av_short(code);
        if (code < 0) {
            // With threads, an error may be that of a much earlier packet; the frames after it are
            // still to come.
            if (last_put_ >= whole_from_) ++faults_;
            continue;
        }
        frame.pts = frame.best_effort_timestamp;
        const bool is_faulty =
            frame.decode_error_flags != 0 || (frame.flags & AV_FRAME_FLAG_CORRUPT) != 0;
        if (is_faulty && (frame.pts == AV_NOPTS_VALUE || frame.pts >= whole_from_)) ++faults_;
        return true;
    }
}

void VideoDecoder::flush() {
    avcodec_flush_buffers(codec_.get());
    whole_from_ = INT64_MIN;
}

}  // namespace mediaedit::internal
