// An index of a transport or program stream, made by reading all of it once.
#include "video/container/stream_index.hpp"

#include <algorithm>
#include <iterator>

extern "C" {
#include <libavutil/mathematics.h>
}

namespace mediaedit::internal {
namespace {

constexpr AVRational stream_clock{1, 90'000};

bool has_stream_clock(const AVStream* stream) {
    return !stream || av_cmp_q(stream->time_base, stream_clock) == 0;
}

}  // namespace

std::optional<std::int64_t> StreamIndex::place_before(std::int64_t pts) const {
    const auto behind = std::ranges::upper_bound(starts_, pts, {}, &Start::pts);
    if (behind == starts_.begin()) return {};
    return std::prev(behind)->byte;
}

void StreamIndex::set_on_one_clock(AVPacket& packet, ClockBreaks::Stream stream,
                                   std::int64_t place) const {
    if (breaks_.is_before_jump(stream, place)) packet.flags &= ~AV_PKT_FLAG_CORRUPT;
    const auto shift = breaks_.shift_at(stream, place);
    if (packet.pts != AV_NOPTS_VALUE) packet.pts += shift;
    if (packet.dts != AV_NOPTS_VALUE) packet.dts += shift;
}

StreamScan::StreamScan(const AVStream& picture, const AVStream* audio)
    : picture_index_(picture.index),
      may_shift_(has_stream_clock(&picture) && has_stream_clock(audio)),
      starts_(picture) {}

void StreamScan::put(const AVPacket& packet, std::int64_t duration) {
    const bool is_picture = packet.stream_index == picture_index_;
    auto& place = places_[is_picture ? 0 : 1];
    place = std::max(place, packet.pos);
    const auto decoded = packet.dts != AV_NOPTS_VALUE ? packet.dts : packet.pts;
    const bool is_start = is_picture && starts_.start_of(packet).kind != StartKind::none;
    if (may_shift_ && decoded != AV_NOPTS_VALUE)
        breaks_.put({is_picture ? ClockBreaks::pictures : ClockBreaks::audio, place, decoded,
                     std::max<std::int64_t>(0, packet.duration), is_start});
    const auto pts = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (is_picture && pts != AV_NOPTS_VALUE)
        found_.push_back({pts, place, av_sat_add64(pts, duration), is_start});
}

StreamIndex StreamScan::finish() {
    std::vector<StreamIndex::Start> starts;
    std::int64_t end = INT64_MIN;
    for (const auto& one : found_) {
        const auto shift = breaks_.shift_at(ClockBreaks::pictures, one.byte);
        end = std::max(end, one.end + shift);
        if (one.is_start && (starts.empty() || one.pts + shift > starts.back().pts))
            starts.push_back({one.pts + shift, one.byte});
    }
    return {std::move(breaks_), std::move(starts), end};
}

}  // namespace mediaedit::internal
