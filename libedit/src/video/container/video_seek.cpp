// An open video file: seeking, and one clock for streams whose clock jumps.
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

constexpr AVRational stream_clock{1, 90'000};

bool has_stream_clock(const AVStream* stream) {
    return !stream || av_cmp_q(stream->time_base, stream_clock) == 0;
}

}  // namespace

/// Transport and program streams have no table, their clock may jump, and their stated length is a
/// guess. Reading the file once tells all of it.
void VideoFile::scan() {
    ClockBreaks breaks;
    StartFinder starts(*picture_);
    const bool may_shift = has_stream_clock(picture_) && has_stream_clock(sound_);
    struct Found {
        std::int64_t pts, byte, end;
        bool is_start;
    };
    std::vector<Found> found;
    const auto packet = new_packet();
    while (read_stored(*packet)) {
        const bool is_picture = packet->stream_index == picture_->index;
        auto& place = last_place_[is_picture ? 0 : 1];
        place = std::max(place, packet->pos);
        const auto moment = packet->dts != AV_NOPTS_VALUE ? packet->dts : packet->pts;
        const bool is_start = is_picture && starts.start_of(*packet).kind != StartKind::none;
        if (may_shift && moment != AV_NOPTS_VALUE)
            breaks.put({is_picture ? ClockBreaks::pictures : ClockBreaks::sound, place, moment,
                        std::max<std::int64_t>(0, packet->duration), is_start});
        const auto pts = pts_or_dts(*packet);
        if (is_picture && pts != AV_NOPTS_VALUE)
            found.push_back({pts, place, av_sat_add64(pts, length_of(*packet)), is_start});
        av_packet_unref(packet.get());
    }
    std::vector<Place> places;
    std::int64_t end = INT64_MIN;
    for (const auto& one : found) {
        const auto shift = breaks.shift_at(ClockBreaks::pictures, one.byte);
        end = std::max(end, one.end + shift);
        if (one.is_start && (places.empty() || one.pts + shift > places.back().pts))
            places.push_back({one.pts + shift, one.byte});
    }
    if (breaks.has_any()) breaks_ = std::make_shared<const ClockBreaks>(std::move(breaks));
    places_ = std::make_shared<const std::vector<Place>>(std::move(places));
    scanned_end_ = end;
    go_to_beginning();
}

void VideoFile::set_on_one_clock(AVPacket& packet) {
    if (!breaks_) return;
    const bool is_picture = packet.stream_index == picture_->index;
    auto& place = last_place_[is_picture ? 0 : 1];
    place = std::max(place, packet.pos);
    const auto stream = is_picture ? ClockBreaks::pictures : ClockBreaks::sound;
    if (breaks_->is_before_jump(stream, place)) packet.flags &= ~AV_PKT_FLAG_CORRUPT;
    const auto shift = breaks_->shift_at(stream, place);
    if (packet.pts != AV_NOPTS_VALUE) packet.pts += shift;
    if (packet.dts != AV_NOPTS_VALUE) packet.dts += shift;
}

/// Whether the frame is shown before the open start that it follows, and refers to frames before
/// that.
bool VideoFile::leans_back(const AVPacket& packet) {
    if (!is_behind_open_start_ || packet.pts == AV_NOPTS_VALUE || packet.pts == start_pts_)
        return false;
    if (packet.pts > start_pts_) is_behind_open_start_ = false;
    return is_behind_open_start_ && starts_->leans_back(packet, start_pts_);
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

/// Behind a gradual start, reads on to the first complete frame; INT64_MAX: there is none.
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
    if (!places_)
        return av_seek_frame(&input_->format(), picture_->index, pts, AVSEEK_FLAG_BACKWARD) >= 0;
    const auto behind = std::ranges::upper_bound(*places_, pts, {}, &Place::pts);
    if (behind == places_->begin()) return false;
    const auto place = std::prev(behind)->byte;
    if (av_seek_frame(&input_->format(), -1, place, AVSEEK_FLAG_BYTE) < 0) return false;
    last_place_[0] = last_place_[1] = place;
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
    const auto second = av_rescale_q(1, {1, 1}, picture_->time_base);
    const auto target = std::max(pts, origin_);
    auto from = target;
    for (int step = 0; step < most_steps_back && from > origin_; ++step) {
        if (go_to(from) && read_to_start(Skipped::dropped) && start_pts_ <= target &&
            whole_from_ <= target)
            return;
        from = std::max(origin_, target - second * (first_step_back_s << step));
    }
    go_to_beginning();
    read_to_start(Skipped::kept_if_all);
}

}  // namespace mediaedit::internal
