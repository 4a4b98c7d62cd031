// What of a video can be copied when parts of it are kept.
#include "video/copy_plan.hpp"

#include "base/cancel.hpp"
#include "video/video_refusal.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

constexpr unsigned set_ids = 32;
constexpr int needed_length_bytes = 4;

/// What is encoded may do without a packet's time: its picture is left out.
bool is_timed(const AVPacket& packet, const CopySource* source) {
    if (packet.pts == AV_NOPTS_VALUE && source) throw CannotCopy{"timestamps", "a picture without a time"};
    return packet.pts != AV_NOPTS_VALUE;
}

bool is_shown(const AVPacket& packet, const VideoFile& file) { return (packet.flags & AV_PKT_FLAG_DISCARD) == 0 && packet.pts >= file.origin(); }

/// The first picture shown at `time` or later, and the first true key picture from there on, if one comes before `end`.
void find_begin(VideoFile& file, const CopySource* source, Time time, std::optional<Time> end, KeptRange& range, bool& is_empty) {
    file.seek(file.ticks_of(file.picture(), time));
    const auto packet = new_packet();
    constexpr auto none = std::numeric_limits<std::int64_t>::max();
    std::int64_t begin = none;
    while (file.read_picture(*packet)) {
        if (!is_timed(*packet, source)) continue;
        const auto pts = packet->pts;
        const bool counts = is_shown(*packet, file) && file.time_of(pts) >= time;
        if (counts) begin = std::min(begin, pts);
        if (counts && source && is_true_key(*packet, source->record)) {
            range.copy_from = pts;
            break;  // all behind it in the file is shown behind it too
        }
        const bool is_settled = begin != none && packet->dts != AV_NOPTS_VALUE && packet->dts > begin;
        if (is_settled && (!source || (end && file.time_of(packet->dts) >= *end))) break;
    }
    is_empty = begin == none || (end && file.time_of(begin) >= *end);
    range.begin = begin;
    if (range.copy_from && end && file.time_of(*range.copy_from) >= *end) range.copy_from.reset();
}

/// The pts of the first picture shown at `time` or later; without one, where one would follow the last.
std::int64_t find_end(VideoFile& file, const CopySource* source, std::optional<Time> time, std::int64_t begin) {
    file.seek(file.ticks_of(file.picture(), time ? *time : file.duration()));
    const auto packet = new_packet();
    constexpr auto none = std::numeric_limits<std::int64_t>::max();
    std::int64_t end = none, behind_last = begin + 1;
    while (file.read_picture(*packet)) {
        if (!is_timed(*packet, source)) continue;
        const auto pts = packet->pts;
        if (!is_shown(*packet, file)) continue;
        behind_last = std::max(behind_last, pts + std::max<std::int64_t>(packet->duration, 1));
        if (time && file.time_of(pts) >= *time) end = std::min(end, pts);
        if (end != none && packet->dts != AV_NOPTS_VALUE && packet->dts > end) break;
    }
    return end != none ? end : behind_last;
}

}  // namespace

CopySource examine_for_copy(const VideoFile& file) {
    const auto& parameters = *file.picture().codecpar;
    if (parameters.codec_id != AV_CODEC_ID_H264) throw CannotCopy{"codec", avcodec_get_name(parameters.codec_id)};
    if (parameters.field_order > AV_FIELD_PROGRESSIVE) throw CannotCopy{"interlaced", ""};
    auto record = AvcRecord::parse({parameters.extradata, static_cast<std::size_t>(std::max(0, parameters.extradata_size))});
    const std::string_view container = file.format().iformat->name;
    if (!record || !(container.starts_with("mov") || container.starts_with("matroska"))) throw CannotCopy{"container", std::string(container)};
    if (record->sps.empty() || record->pps.empty()) throw CannotCopy{"parameter_sets", "none in the record"};
    if (record->length_bytes != needed_length_bytes) throw CannotCopy{"container", "lengths of " + std::to_string(record->length_bytes) + " bytes"};
    CopySource source{std::move(*record), set_ids};
    std::vector<bool> taken(set_ids);
    const auto take = [&](std::optional<unsigned> id) {
        if (!id) throw CannotCopy{"parameter_sets", "not understood"};
        if (*id < set_ids) taken[*id] = true;
    };
    for (const auto& sps : source.record.sps) take(sps_id(sps));
    for (const auto& pps : source.record.pps) take(pps_ids(pps) ? std::optional(pps_ids(pps)->own) : std::nullopt);
    const auto free = std::ranges::find(taken, false);
    if (free == taken.end()) throw CannotCopy{"parameter_sets", "all numbers are taken"};
    source.free_set_id = static_cast<unsigned>(free - taken.begin());
    return source;
}

bool is_true_key(const AVPacket& packet, const AvcRecord& record) {
    const auto units = units_of({packet.data, static_cast<std::size_t>(packet.size)}, record.length_bytes);
    if (!units) throw CannotCopy{"units", "lengths do not fit"};
    bool is_key = false;
    for (const auto unit : *units) {
        const auto kind = kind_of(unit);
        if (kind == UnitKind::idr) is_key = true;
        if (kind != UnitKind::sps && kind != UnitKind::pps) continue;
        const auto& known = kind == UnitKind::sps ? record.sps : record.pps;
        if (std::ranges::none_of(known, [&](const Bytes& set) { return std::ranges::equal(set, unit); })) throw CannotCopy{"parameter_sets", "they change within the file"};
    }
    return is_key;
}

std::vector<KeptRange> plan_ranges(VideoFile& file, const CopySource* source, std::span<const TimeRange> keep) {
    const TimeRange all;
    if (keep.empty()) keep = {&all, 1};
    std::vector<KeptRange> ranges;
    for (const auto& wish : keep) {
        KeptRange range;
        bool is_empty = false;
        find_begin(file, source, std::max(wish.start, Time(0)), wish.end, range, is_empty);
        if (is_empty) continue;
        range.end = find_end(file, source, wish.end, range.begin);
        ranges.push_back(range);
    }
    return ranges;
}

void check_length(const VideoFile& file, std::span<const KeptRange> ranges, const Limits& limits) {
    double ticks = 0;
    for (const auto& range : ranges) ticks += static_cast<double>(range.end) - static_cast<double>(range.begin);
    const double seconds = ticks * av_q2d(file.picture().time_base);
    if (seconds > static_cast<double>(limits.max_duration.count())) refuse_too_large_video(file.path(), std::to_string(seconds) + " s");
}

}  // namespace mediaedit::internal
