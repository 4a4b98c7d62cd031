// Writes a result's encoded frames and its audio into the file.
#include "video/export/result_muxer.hpp"

#include <algorithm>
#include <cstdint>
#include <utility>

namespace mediaedit::internal {
namespace {

/// An upper bound of the frames in a result that may vary in rate.
std::int64_t most_frames(Time duration, AVRational rate) {
    const double seconds = static_cast<double>(duration.count()) / 1e6;
    return static_cast<std::int64_t>(seconds * std::max(60.0, 2 * av_q2d(rate))) + 256;
}

}  // namespace

std::unique_ptr<ResultMuxer> ResultMuxer::open(NewFile& file, const AVCodecContext& codec,
                                               AVRational time_base, AVRational rate,
                                               const VideoFile& source, AudioOptions audio) {
    const auto duration = audio.result_duration;
    std::unique_ptr<ResultMuxer> muxer(new ResultMuxer(duration, time_base));
    muxer->audio_ = std::make_unique<AudioMaker>(source, std::move(audio));
    muxer->parameters_.reset(avcodec_parameters_alloc());
    if (!muxer->parameters_ ||
        avcodec_parameters_from_context(muxer->parameters_.get(), &codec) < 0)
        fail_for_video_memory();
    // The encoder of a graphics card names the format of its own memory instead.
    muxer->parameters_->format = AV_PIX_FMT_YUV420P;
    const Mp4Writer::Track picture{muxer->parameters_.get(), muxer->time_base_, rate,
                                   most_frames(duration, rate), nullptr};
    const auto audio_track = track_of(*muxer->audio_, duration);
    muxer->writer_ =
        std::make_unique<Mp4Writer>(file, picture, audio_track.parameters ? &audio_track : nullptr);
    muxer->audio_line_ = std::make_unique<AudioLine>(*muxer->audio_, *muxer->writer_);
    return muxer;
}

void ResultMuxer::put(AVPacket& packet) {
    audio_line_->write_until(Time(av_rescale_q(packet.dts, time_base_, AV_TIME_BASE_Q)));
    if (held_) {
        held_->duration = packet.dts - held_->dts;
        writer_->put_picture(*held_);
    } else {
        held_ = new_packet();
    }
    av_packet_move_ref(held_.get(), &packet);
}

void ResultMuxer::finish() {
    audio_line_->finish();
    if (held_)
        writer_->put_last_picture(*held_,
                                  av_rescale_q(duration_.count(), AV_TIME_BASE_Q, time_base_));
    writer_->finish();
}

}  // namespace mediaedit::internal
