// An open video file: seeking.
#include "base/failure.hpp"
#include "base/message.hpp"
#include "video/container/video_file.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {
namespace {

/// The most that is read to find a start: ten seconds from any phone.
constexpr std::int64_t most_bytes_before_start = 64 << 20;

/// How far before the target to seek if the container led past it; doubled at each further try.
constexpr std::int64_t first_step_back_s = 2;
constexpr int most_steps_back = 12;

}  // namespace

void VideoFile::scan() {
    StreamScan scan(*picture_, audio_);
    const auto packet = new_packet();
    while (read_stored(*packet)) {
        scan.put(*packet, length_of(*packet));
        av_packet_unref(packet.get());
    }
    index_ = std::make_shared<const StreamIndex>(scan.finish());
    go_to_beginning();
}

void VideoFile::set_on_one_clock(AVPacket& packet) {
    if (!index_ || !index_->has_jumps()) return;
    const bool is_picture = packet.stream_index == picture_->index;
    auto& place = last_place_[is_picture ? 0 : 1];
    place = std::max(place, packet.pos);
    index_->set_on_one_clock(packet, is_picture ? ClockBreaks::pictures : ClockBreaks::audio,
                             place);
}

/// Whether the frame is shown before the open start that it follows, and refers to frames before
/// that.
bool VideoFile::refers_back(const AVPacket& packet) {
    if (!is_behind_open_start_ || packet.pts == AV_NOPTS_VALUE || packet.pts == start_pts_)
        return false;
    if (packet.pts > start_pts_) is_behind_open_start_ = false;
    return is_behind_open_start_ && starts_->refers_back(packet, start_pts_);
}

/// Reads on to a frame with which decoding can begin; it and the audio before it are kept in
/// `ahead_`. False: there is none. With kept_if_all the frames read are kept then too, to be shown
/// as they are.
bool VideoFile::read_to_start(Skipped skipped) {
    ahead_.clear();
    is_behind_open_start_ = false;
    start_pts_ = whole_from_ = INT64_MIN;
    std::deque<Packet> all;
    std::int64_t bytes = 0;
    auto packet = new_packet();
    while (bytes < most_bytes_before_start && read_any(*packet)) {
        const bool is_picture = packet->stream_index == picture_->index;
        const auto start = is_picture ? starts_->start_of(*packet) : PictureStart{};
        const bool is_start = start.kind != StartKind::none;
        const bool keeps = is_start || skipped == Skipped::kept_if_all || !is_picture;
        if (is_start) start_pts_ = pts_or_dts(*packet);
        bytes += packet->size;
        if (keeps) all.push_back(std::exchange(packet, new_packet()));
        else av_packet_unref(packet.get());
        if (!is_start) continue;
        const auto* first = all.back().get();
        std::erase_if(all, [&](const Packet& one) {
            return one->stream_index == picture_->index && one.get() != first;
        });
        ahead_ = std::move(all);
        is_behind_open_start_ = start.kind == StartKind::open && start_pts_ != AV_NOPTS_VALUE;
        if (start_pts_ == AV_NOPTS_VALUE) start_pts_ = INT64_MIN;
        find_whole(start);
        if (skipped == Skipped::kept_if_all && whole_from_ == INT64_MAX) whole_from_ = INT64_MIN;
        return true;
    }
    if (skipped == Skipped::kept_if_all) ahead_ = std::move(all);
    return false;
}

/// After a gradual start, reads on to the first complete frame; INT64_MAX: there is none.
void VideoFile::find_whole(const PictureStart& start) {
    if (start.kind != StartKind::gradual) return;
    unsigned references = 1;
    std::int64_t bytes = 0;
    while (bytes < most_bytes_before_start) {
        auto packet = new_packet();
        if (!read_any(*packet)) break;
        bytes += packet->size;
        const auto* last = ahead_.emplace_back(std::move(packet)).get();
        if (last->stream_index != picture_->index) continue;
        const auto kind = starts_->start_of(*last).kind;
        const bool is_reference = starts_->is_reference(*last);
        if (kind == StartKind::clean || kind == StartKind::open ||
            (is_reference && references >= start.pictures_before_whole)) {
            whole_from_ = pts_or_dts(*last) != AV_NOPTS_VALUE ? pts_or_dts(*last) : start_pts_;
            return;
        }
        if (is_reference) ++references;
    }
    whole_from_ = INT64_MAX;
}

bool VideoFile::go_to(std::int64_t pts) {
    if (!index_)
        return av_seek_frame(&input_->format(), picture_->index, pts, AVSEEK_FLAG_BACKWARD) >= 0;
    const auto found = index_->place_before(pts);
    if (!found) return false;
    if (av_seek_frame(&input_->format(), -1, *found, AVSEEK_FLAG_BYTE) < 0) return false;
    last_place_[0] = last_place_[1] = *found;
    return true;
}

void VideoFile::go_to_beginning() {
    ahead_.clear();
    last_place_[0] = last_place_[1] = 0;
    if (has_table()) {
        const auto* first = avformat_index_get_entry(picture_, 0);
        if (av_seek_frame(&input_->format(), picture_->index, first->timestamp,
                          AVSEEK_FLAG_BACKWARD | AVSEEK_FLAG_ANY) >= 0)
            return;
    }
    // Streams cannot be searched for their first packet by its time.
    if (!is_stream() &&
        av_seek_frame(&input_->format(), picture_->index, origin_, AVSEEK_FLAG_BACKWARD) >= 0)
        return;
    if (av_seek_frame(&input_->format(), -1, 0, AVSEEK_FLAG_BYTE) < 0)
        fail(ErrorCode::unreadable,
             tr("{file} cannot be read from its beginning again; copy it to this computer first.",
                {{"file", file_.filename().string()}}),
             file_.string());
}

void VideoFile::seek(std::int64_t pts) {
    // A container may list key frames on another clock, wrongly or not at all, so that seeking
    // leads past the target.
    const auto one_second = av_rescale_q(1, {1, 1}, picture_->time_base);
    const auto target = std::max(pts, origin_);
    auto from = target;
    for (int step = 0; step < most_steps_back && from > origin_; ++step) {
        if (go_to(from) && read_to_start(Skipped::dropped) && start_pts_ <= target &&
            whole_from_ <= target)
            return;
        from = std::max(origin_, target - one_second * (first_step_back_s << step));
    }
    go_to_beginning();
    read_to_start(Skipped::kept_if_all);
}

}  // namespace mediaedit::internal
