// Puts the frames of a trim into the file, copied and encoded ones in one row.
#include "video/trim/video_muxer.hpp"

namespace mediaedit::internal {

void VideoMuxer::put_copied(AVPacket& packet, std::int64_t pts) {
    put(packet, pts);
    ++copied_;
}

void VideoMuxer::put_encoded(AVPacket& packet, std::int64_t pts) {
    put(packet, pts);
    ++encoded_;
}

void VideoMuxer::put(AVPacket& packet, std::int64_t pts) {
    const auto dts = times_.next(pts);
    if (!dts || *dts > pts)
        throw CannotCopy{"timestamps", "more pictures out of order than the file says"};
    packet.pts = pts;
    packet.dts = *dts;
    shown_.push_back(pts);
    watch_.put(packet);
    hold(packet);
}

void VideoMuxer::hold(AVPacket& packet) {
    if (held_) {
        held_->duration = packet.dts - held_->dts;
        audio_.write_until(Time(av_rescale_q(held_->dts, cuts_.time_base(), AV_TIME_BASE_Q)));
        writer_.put_picture(*held_);
    } else {
        held_ = new_packet();
    }
    av_packet_move_ref(held_.get(), &packet);
}

void VideoMuxer::finish(std::int64_t end) {
    if (!held_) return;
    writer_.put_last_picture(*held_, end);
    held_.reset();
}

}  // namespace mediaedit::internal
