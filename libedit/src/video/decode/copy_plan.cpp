// Plans which packets can be copied when parts of a video are kept.
#include "video/decode/copy_plan.hpp"

#include "plan/screen_time.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/video_refusal.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>

namespace mediaedit::internal {
namespace {

constexpr unsigned set_ids = 32;
constexpr int needed_length_bytes = 4;

/// Cuts have a resolution of at least 0.1 ms.
constexpr std::int64_t least_ticks_a_second = 10'000;

/// Where a range begins or ends.
struct Edge {
    std::int64_t pts = 0;  ///< of the frame that begins there, or is cut there; or the end of the
                           ///< last frame's time
    std::optional<std::int64_t> cut;  ///< within the frame's time
};

OnScreen on_screen(const VideoFile& file, const PicturesAround& around) {
    return {file.time_of(*around.shown), file.time_of(around.shown_until)};
}

/// Follows the rule of cut_in. Needs `around.shown`.
Edge edge_at(const VideoFile& file, const PicturesAround& around, Time time) {
    const auto frame = on_screen(file, around);
    const auto edge = cut_in(frame, time);
    if (edge == frame.from) return {*around.shown, {}};
    if (edge == frame.until) return {around.shown_until, {}};
    const auto clock = CutClock::for_cuts(file);
    return {*around.shown, clock.at(*around.shown) + clock.ticks(edge - frame.from)};
}

/// Finds the first frame that is shown at `part.start` or later, or is cut there, and the first
/// true key frame from there on that comes before the range's end. False: there is no frame.
bool find_begin(VideoFile& file, const CopySource* source, const TimeRange& part,
                KeptRange& range) {
    const auto start = std::max(part.start, Time(0));
    KeySearch keys{{}, part.end};
    if (source)
        keys.is_key = [source](const AVPacket& packet) {
            return is_true_key(packet, source->record);
        };
    const auto around = find_pictures_around(file, start, keys);
    if (!around.shown) {
        if (!around.next) return false;
        range.begin = *around.next;
    } else {
        const auto edge = edge_at(file, around, start);
        if (edge.pts != *around.shown && !around.next) return false;
        range.begin = edge.pts;
        range.cut_begin = edge.cut;
    }
    range.copy_from =
        range.begin == around.shown && around.shown_is_key ? around.shown : around.next_key;
    if (range.copy_from && part.end && file.time_of(*range.copy_from) >= *part.end)
        range.copy_from.reset();
    return true;
}

/// Finds the first frame that is shown at the end or later, or is cut there; if there is none,
/// where the last frame's time ends.
void find_end(VideoFile& file, std::optional<Time> end, KeptRange& range) {
    const auto around = find_pictures_around(file, end.value_or(Time::max()), {});
    if (!around.shown) {
        range.end = around.next.value_or(range.begin + 1);
        return;
    }
    const auto edge = edge_at(file, around, end.value_or(Time::max()));
    range.cut_end = edge.cut;
    range.end = edge.cut ? around.shown_until : edge.pts;
}

}  // namespace

CopySource examine_for_copy(const VideoFile& file) {
    const auto& parameters = *file.picture().codecpar;
    if (parameters.codec_id != AV_CODEC_ID_H264)
        throw CannotCopy{"codec", avcodec_get_name(parameters.codec_id)};
    if (parameters.field_order > AV_FIELD_PROGRESSIVE) throw CannotCopy{"interlaced", ""};
    auto record = AvcRecord::parse(
        {parameters.extradata, static_cast<std::size_t>(std::max(0, parameters.extradata_size))});
    const std::string_view container = file.format().iformat->name;
    if (!record || !(container.starts_with("mov") || container.starts_with("matroska")))
        throw CannotCopy{"container", std::string(container)};
    if (record->sps.empty() || record->pps.empty())
        throw CannotCopy{"parameter_sets", "none in the record"};
    if (record->length_bytes != needed_length_bytes)
        throw CannotCopy{"container",
                         "lengths of " + std::to_string(record->length_bytes) + " bytes"};
    CopySource source{std::move(*record), set_ids};
    std::vector<bool> taken(set_ids);
    const auto take = [&](std::optional<unsigned> id) {
        if (!id) throw CannotCopy{"parameter_sets", "not understood"};
        if (*id < set_ids) taken[*id] = true;
    };
    for (const auto& sps : source.record.sps) take(sps_id(sps));
    for (const auto& pps : source.record.pps)
        take(pps_ids(pps) ? std::optional(pps_ids(pps)->own) : std::nullopt);
    const auto free = std::ranges::find(taken, false);
    if (free == taken.end()) throw CannotCopy{"parameter_sets", "all numbers are taken"};
    source.free_set_id = static_cast<unsigned>(free - taken.begin());
    return source;
}

bool is_true_key(const AVPacket& packet, const AvcRecord& record) {
    std::size_t other_bytes = 0;
    // The container has several sample descriptions, and from here on another one applies.
    if (const auto* other =
            av_packet_get_side_data(&packet, AV_PKT_DATA_NEW_EXTRADATA, &other_bytes)) {
        const auto parsed = AvcRecord::parse({other, other_bytes});
        if (!parsed || parsed->sps != record.sps || parsed->pps != record.pps)
            throw CannotCopy{"parameter_sets", "they change within the file"};
    }
    const auto units =
        units_of({packet.data, static_cast<std::size_t>(packet.size)}, record.length_bytes);
    if (!units) throw CannotCopy{"units", "lengths do not fit"};
    bool is_key = false;
    for (const auto unit : *units) {
        const auto kind = kind_of(unit);
        if (kind == UnitKind::idr) is_key = true;
        if (kind != UnitKind::sps && kind != UnitKind::pps) continue;
        const auto& known = kind == UnitKind::sps ? record.sps : record.pps;
        if (std::ranges::none_of(known,
                                 [&](const Bytes& set) { return std::ranges::equal(set, unit); }))
            throw CannotCopy{"parameter_sets", "they change within the file"};
    }
    return is_key;
}

std::vector<KeptRange> plan_ranges(VideoFile& file, const CopySource* source,
                                   std::span<const TimeRange> keep) {
    const TimeRange all;
    if (keep.empty()) keep = {&all, 1};
    std::vector<KeptRange> ranges;
    const auto clock = CutClock::for_cuts(file);
    for (const auto& part : keep) {
        KeptRange range;
        if (!find_begin(file, source, part, range)) continue;
        if (part.end && !range.cut_begin && file.time_of(range.begin) >= *part.end) continue;
        find_end(file, part.end, range);
        const bool is_empty = range.cut_begin || range.cut_end
                                  ? clock.begin(range) >= clock.end(range)
                                  : range.begin >= range.end;
        if (!is_empty) ranges.push_back(range);
    }
    return ranges;
}

CutClock::CutClock(const VideoFile& file, bool cuts)
    : base_(file.picture().time_base), origin_(file.origin()) {
    const auto fineness = (least_ticks_a_second * base_.num + base_.den - 1) / base_.den;
    if (cuts && fineness > 1 && base_.den * fineness <= std::numeric_limits<int>::max())
        fineness_ = static_cast<int>(fineness);
}

CutClock::CutClock(const VideoFile& file, std::span<const KeptRange> ranges)
    : CutClock(file, std::ranges::any_of(ranges, [](const KeptRange& range) {
                   return range.cut_begin || range.cut_end;
               })) {}

CutClock CutClock::for_cuts(const VideoFile& file) { return CutClock(file, true); }

void check_length(const VideoFile& file, std::span<const KeptRange> ranges, const Limits& limits) {
    double ticks = 0;
    for (const auto& range : ranges)
        ticks += static_cast<double>(range.end) - static_cast<double>(range.begin);
    const double seconds = ticks * av_q2d(file.picture().time_base);
    if (seconds > static_cast<double>(limits.max_duration.count()))
        refuse_too_large_video(file.path(), std::to_string(seconds) + " s");
}

}  // namespace mediaedit::internal
