// Finds the frame that is on the screen at a time.
#include "video/decode/pictures_around.hpp"

#include "video/decode/copy_plan.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Audio after a longer gap does not extend the last frame: clocks of damaged files jump.
constexpr Time longest_silence = std::chrono::seconds(1);

bool is_shown(const AVPacket& packet, const VideoFile& file) {
    return (packet.flags & AV_PKT_FLAG_DISCARD) == 0 && packet.pts >= file.origin();
}

/// When the last frame ends; its own time ends at `end`.
std::int64_t last_until(const VideoFile& file, std::int64_t end, std::optional<Time> audio_end) {
    const auto pictures_end = file.time_of(end), held = held_until(pictures_end, audio_end);
    return held == pictures_end ? end : file.ticks_of(file.picture(), held);
}

}  // namespace

void AudioEnd::add(Time begin, Time end) {
    if (!end_ || begin - *end_ <= longest_silence) end_ = std::max(end_.value_or(end), end);
}

std::optional<Time> audio_end_by_table(const VideoFile& file) {
    if (!file.audio() || !file.has_table()) return {};
    const auto starts = file.audio_starts_by_table();
    AudioEnd audio;
    const auto last_step = starts.size() > 1 ? starts.back() - starts[starts.size() - 2] : 0;
    for (std::size_t i = 0; i < starts.size(); ++i) {
        const auto end = i + 1 < starts.size() ? starts[i + 1] : starts[i] + last_step;
        audio.add(file.time_of(*file.audio(), starts[i]), file.time_of(*file.audio(), end));
    }
    const auto& stream = *file.audio();
    if (!audio.end() || stream.duration <= 0 || stream.start_time == AV_NOPTS_VALUE)
        return audio.end();
    // The last packet may be padded with silence.
    return std::min(*audio.end(),
                    file.time_of(stream, av_sat_add64(stream.start_time, stream.duration)));
}

std::int64_t tick_until(const VideoFile& file, Time at) {
    const auto nearest = file.ticks_of(file.picture(), at);
    return file.time_of(nearest) > at ? nearest - 1 : nearest;
}

PicturesAround find_pictures_around(VideoFile& file, Time at, const KeySearch& keys) {
    file.seek(tick_until(file, std::min(at, file.duration())));
    PicturesAround around;
    AudioEnd audio;
    std::optional<std::int64_t> key, behind_last;
    bool is_first = true;
    const auto packet = new_packet();
    while (file.read(*packet)) {
        const auto pts = packet->pts;
        if (packet->stream_index != file.picture().index) {
            if (pts != AV_NOPTS_VALUE)
                audio.add(
                    file.time_of(*file.audio(), pts),
                    file.time_of(*file.audio(), pts + std::max<std::int64_t>(0, packet->duration)));
            continue;
        }
        if (pts == AV_NOPTS_VALUE && keys.is_key)
            throw CannotCopy{"timestamps", "a picture without a time"};
        if (pts == AV_NOPTS_VALUE || !is_shown(*packet, file)) continue;
        behind_last = std::max(behind_last.value_or(pts), pts + file.length_of(*packet));
        const bool is_behind = file.time_of(pts) > at;
        if (is_behind) around.next = std::min(around.next.value_or(pts), pts);
        else around.shown = std::max(around.shown.value_or(pts), pts);
        // To find whether the frame on the screen is a key frame, the container's flag is used; not
        // every packet before it is parsed, for there may be many.
        const bool may_be_key =
            is_behind || std::exchange(is_first, false) || (packet->flags & AV_PKT_FLAG_KEY) != 0;
        if (keys.is_key && may_be_key && keys.is_key(*packet)) {
            if (!is_behind) key = pts;
            else {
                around.next_key = pts;
                break;  // all that follows in the file is shown later too
            }
        }
        const bool is_settled =
            around.next && packet->dts != AV_NOPTS_VALUE && packet->dts > *around.next;
        if (is_settled &&
            (!keys.is_key || (keys.until && file.time_of(packet->dts) >= *keys.until)))
            break;
    }
    around.shown_is_key = key && key == around.shown;
    if (around.next) around.shown_until = *around.next;
    else if (behind_last)
        around.shown_until = last_until(file, *behind_last,
                                        file.has_table() ? audio_end_by_table(file) : audio.end());
    return around;
}

OnScreen screen_at(VideoFile& file, Time at) {
    const auto around = find_pictures_around(file, at, {});
    if (!around.shown)
        return {std::min(at, Time(0)), around.next ? file.time_of(*around.next) : at + Time(1)};
    const auto from = file.time_of(*around.shown);
    return {from, std::max(from + Time(1), file.time_of(around.shown_until))};
}

}  // namespace mediaedit::internal
