// An open video file: the origin of its clock, and its duration.
#include "video/container/mp4_times.hpp"
#include "video/container/video_file.hpp"
#include "video/video_refusal.hpp"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>
#include <cmath>

namespace mediaedit::internal {
namespace {

/// The most that is read to find the first frame shown: more than any codec reorders, and enough to
/// see the frame rate.
constexpr std::size_t most_pictures_ahead = 240;
constexpr std::int64_t most_bytes_ahead = 16 << 20;

/// A table counts as complete if no more than this fraction of the stated duration is missing.
constexpr double whole_table = 0.1;

}  // namespace

void VideoFile::find_origin() {
    ahead_.clear();
    first_shown_.clear();
    starts_ = std::make_unique<StartFinder>(*picture_);
    last_place_[0] = last_place_[1] = 0;
    const bool wants_rhythm = !has_table();
    if (!read_to_start(Skipped::kept_if_all) && ahead_.empty())
        refuse_damaged_video(file_, "no picture before the end");
    std::int64_t bytes = 0;
    const auto look_at = [&](const AVPacket& packet) {
        bytes += packet.size;
        if (packet.stream_index != picture_->index) return true;
        const auto pts = pts_or_dts(packet);
        if ((packet.flags & AV_PKT_FLAG_DISCARD) == 0 && pts != AV_NOPTS_VALUE &&
            pts >= whole_from_)
            first_shown_.push_back(pts);
        // Later frames are not shown before they are decoded.
        return wants_rhythm || first_shown_.empty() || packet.dts == AV_NOPTS_VALUE ||
               packet.dts <= *std::ranges::min_element(first_shown_);
    };
    bool goes_on = true;
    for (const auto& packet : ahead_) goes_on = goes_on && look_at(*packet);
    while (goes_on && first_shown_.size() < most_pictures_ahead && bytes < most_bytes_ahead) {
        auto packet = new_packet();
        if (!read_any(*packet)) {
            shown_to_the_end_ = true;
            break;
        }
        goes_on = look_at(*packet);
        ahead_.push_back(std::move(packet));
    }
    std::ranges::sort(first_shown_);
    if (std::ranges::none_of(ahead_, [this](const Packet& packet) {
            return packet->stream_index == picture_->index;
        }))
        refuse_damaged_video(file_, "no picture before the end");
    origin_ = first_shown_.empty() ? 0 : first_shown_.front();
    if (duration_ > Time(0)) return;  // measured
    duration_ = stated_duration();
    // Frames at the beginning that cannot be decoded do not count.
    if (first_stored_ < origin_ && !has_scanned_end())
        duration_ = std::max(Time(1), duration_ + time_of(first_stored_));
    if (shown_to_the_end_ && first_shown_.size() > 1) {
        const auto count = static_cast<std::int64_t>(first_shown_.size());
        duration_ = time_of(first_shown_.back() +
                            (first_shown_.back() - first_shown_.front()) / (count - 1));
    }
}

Time VideoFile::stated_duration() const {
    const auto to_time = [this](std::int64_t ticks) {
        return Time(
            av_rescale_q_rnd(ticks, picture_->time_base, AV_TIME_BASE_Q, AV_ROUND_NEAR_INF));
    };
    if (has_scanned_end()) return std::max(Time(1), time_of(index_->end()));
    if (picture_->duration <= 0) return Time(std::max<std::int64_t>(0, input_->format().duration));
    const auto stated = picture_->duration;
    // The table's duration is that of decode times, which may end long before the display times.
    if (const auto shown = frame_times_by_table(); !shown.empty())
        return to_time(std::max(stated, shown.back() - shown.front() + last_step_of_table()));
    const int count =
        layout_.fragmented && has_table() ? avformat_index_get_entries_count(picture_) : 0;
    if (count < 2) return to_time(stated);
    // In fragmented files the stated duration may be the end of the last fragment, on a clock that
    // can begin anywhere. Of both readings, the one nearer to the table's length is taken, if the
    // table is complete. A table of only the first fragments tells nothing.
    const auto first = avformat_index_get_entry(picture_, 0)->timestamp,
               last = avformat_index_get_entry(picture_, count - 1)->timestamp;
    const auto from_first = av_sat_sub64(stated, first);
    // Including the last frame's own duration.
    const auto there = av_rescale(av_sat_sub64(last, first), count, count - 1);
    const auto off = [&](std::int64_t length) {
        return std::abs(static_cast<double>(length) - static_cast<double>(there));
    };
    if (std::min(off(from_first), off(stated)) > whole_table * static_cast<double>(stated))
        return to_time(stated);
    return to_time(from_first > 0 && off(from_first) < off(stated) ? from_first : stated);
}

std::vector<std::int64_t> VideoFile::frame_times_by_table() const {
    constexpr std::size_t most_samples = 1 << 21;  // a day at 24 frames a second
    constexpr std::uint64_t run_bytes = 8, bytes_of_one_run = 8 + run_bytes;
    if (layout_.fragmented || layout_.damaged || !has_table()) return {};
    const auto is_picture = [](const Mp4Track& track) { return track.handler == "vide"; };
    if (std::ranges::count_if(layout_.tracks, is_picture) != 1) return {};
    const auto& track = *std::ranges::find_if(layout_.tracks, is_picture);
    const bool is_even = track.decode_times.end - track.decode_times.begin <= bytes_of_one_run;
    const auto edits = std::ranges::count_if(
        track.edits, [](const Mp4Edit& edit) { return edit.media_time >= 0; });
    if (is_even || !track.has_composition_offsets || edits > 1 || track.samples > most_samples)
        return {};
    auto shown = shown_times(file_, track, most_samples);
    std::ranges::sort(shown);
    // An edit list that hides frames or changes their speed makes these times wrong.
    constexpr double least_s = 0.1;
    if (shown.empty() || track.ticks_per_second == 0 || layout_.ticks_per_second == 0) return {};
    const auto length_s =
        static_cast<double>(shown.back() - shown.front()) / track.ticks_per_second;
    const auto hides = [&](const Mp4Edit& edit) {
        const auto lasts_s = static_cast<double>(edit.duration) / layout_.ticks_per_second;
        return edit.media_time >= 0 && (edit.media_time > shown.front() || !edit.plain_speed ||
                                        (edit.duration > 0 && lasts_s < length_s - least_s));
    };
    if (std::ranges::any_of(track.edits, hides)) return {};
    return shown;
}

/// The duration of the last frame in decoding order, by the table.
std::int64_t VideoFile::last_step_of_table() const {
    const int count = avformat_index_get_entries_count(picture_);
    if (count < 2) return 1;
    const auto first = avformat_index_get_entry(picture_, 0)->timestamp,
               last = avformat_index_get_entry(picture_, count - 1)->timestamp;
    return std::max<std::int64_t>(1, picture_->duration - (last - first));
}

std::int64_t VideoFile::length_of(const AVPacket& picture) const {
    if (picture.duration > 0) return picture.duration;
    const auto rate = picture_->avg_frame_rate;
    if (rate.num <= 0 || rate.den <= 0) return 1;
    return std::max<std::int64_t>(1, av_rescale_q(1, av_inv_q(rate), picture_->time_base));
}

void VideoFile::measure_duration() {
    std::int64_t end = origin_;
    const auto packet = new_packet();
    while (read_picture(*packet)) {
        const auto pts = pts_or_dts(*packet);
        if (pts != AV_NOPTS_VALUE) end = std::max(end, pts + length_of(*packet));
    }
    // A duration shorter than a tick must not become 0.
    duration_ = std::max(Time(1), time_of(end));
}

Time VideoFile::time_of(std::int64_t pts) const { return time_of(*picture_, pts); }

Time VideoFile::time_of(const AVStream& stream, std::int64_t ticks) const {
    const auto origin =
        av_rescale_q_rnd(origin_, picture_->time_base, stream.time_base, AV_ROUND_NEAR_INF);
    if (&stream == picture_)
        return Time(
            av_rescale_q_rnd(ticks - origin_, stream.time_base, AV_TIME_BASE_Q, AV_ROUND_NEAR_INF));
    return Time(
        av_rescale_q_rnd(ticks - origin, stream.time_base, AV_TIME_BASE_Q, AV_ROUND_NEAR_INF));
}

std::int64_t VideoFile::ticks_of(const AVStream& stream, Time time) const {
    const auto origin =
        av_rescale_q_rnd(origin_, picture_->time_base, stream.time_base, AV_ROUND_NEAR_INF);
    return origin +
           av_rescale_q_rnd(time.count(), AV_TIME_BASE_Q, stream.time_base, AV_ROUND_NEAR_INF);
}

}  // namespace mediaedit::internal
