// How the frames of a video follow each other.
#include "video/analyze/frame_rhythm.hpp"

#include "plan/screen_time.hpp"
#include "video/decode/pictures_around.hpp"
#include "video/handles.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <filesystem>
#include <numeric>
#include <span>
#include <system_error>
#include <utility>
#include <vector>

namespace mediaedit::internal {
namespace {

/// Sets the rate and whether it varies. `steps`: between frames, in the stream's ticks.
void measure(FrameRhythm& rhythm, const AVStream& stream, std::vector<std::int64_t> steps) {
    const auto length =
        static_cast<double>(std::accumulate(steps.begin(), steps.end(), std::int64_t{0}));
    if (steps.empty() || length <= 0) return;
    const double tick = av_q2d(stream.time_base),
                 average = length / static_cast<double>(steps.size());
    rhythm.duration = Time(std::llround((length + average) * tick * 1e6));
    const auto middle = steps.begin() + static_cast<std::ptrdiff_t>(steps.size() / 2);
    std::nth_element(steps.begin(), middle, steps.end());
    const auto usual = static_cast<double>(*middle);
    // Not counted as a change of rate: a tick of rounding either way, unless ticks are as long as
    // frames; the rounding of a clock in milliseconds; one frame missing in fifty.
    const double slack = std::max({std::min(2.0, usual / 2), 0.0015 / tick, usual * 0.05});
    std::size_t even = 0;
    double even_length = 0;
    for (const auto step : steps) {
        if (std::abs(static_cast<double>(step) - usual) > slack) continue;
        ++even;
        even_length += static_cast<double>(step);
    }
    const bool is_uneven = steps.size() - even > steps.size() / 50;
    // A single frame shown for long is a gap, however many even ones there are.
    const double longest =
        std::max(static_cast<double>(std::ranges::max(steps)) - usual, 0.0) * tick * 1e6;
    rhythm.variable = is_uneven || longest > static_cast<double>(longest_whole_frame.count());
    // An average is free of the clock's rounding. Where frames are missing, only even steps count.
    rhythm.rate = 1 / ((is_uneven ? average : even_length / static_cast<double>(even)) * tick);
}

std::vector<std::int64_t> steps_between(std::span<const std::int64_t> times) {
    std::vector<std::int64_t> steps;
    for (std::size_t i = 1; i < times.size(); ++i) steps.push_back(times[i] - times[i - 1]);
    return steps;
}

FrameRhythm rhythm_of_table(const VideoFile& file) {
    AVStream& stream = file.picture();
    std::error_code ignored;
    const auto bytes = static_cast<std::int64_t>(std::filesystem::file_size(file.path(), ignored));
    FrameRhythm rhythm;
    std::vector<std::int64_t> steps;
    std::int64_t last = 0;
    const int count = avformat_index_get_entries_count(&stream);
    for (int i = 0; i < count; ++i) {
        const auto* entry = avformat_index_get_entry(&stream, i);
        if (entry->pos >= bytes) {
            rhythm.cut_short = true;
            break;
        }
        if (entry->pos + bytes_of(*entry) > bytes) rhythm.cut_short = true;
        if (i > 0) steps.push_back(entry->timestamp - last);
        last = entry->timestamp;
        if ((entry->flags & AVINDEX_DISCARD_FRAME) == 0) ++rhythm.frames;
    }
    const auto shown = file.frame_times_by_table();
    if (!rhythm.cut_short && shown.size() == steps.size() + 1) steps = steps_between(shown);
    measure(rhythm, stream, std::move(steps));
    rhythm.audio_end = audio_end_by_table(file);
    return rhythm;
}

/// Where each field of an interlaced frame has its own packet, FFmpeg's probing knows the frame
/// rate.
void join_fields(FrameRhythm& rhythm, const AVStream& stream) {
    const double stated = av_q2d(stream.avg_frame_rate);
    if (stream.codecpar->field_order <= AV_FIELD_PROGRESSIVE || !(stated > 0) ||
        std::abs(rhythm.rate / stated - 2) > 0.02)
        return;
    rhythm.rate /= 2;
    rhythm.frames = (rhythm.frames + 1) / 2;
}

/// At most this much is read to learn when frames are shown: all of most clips, in a short time.
constexpr std::int64_t most_bytes_for_rhythm = 64 << 20;

/// Times found by reading a file without a table.
struct ReadTimes {
    std::vector<std::int64_t> shown;  ///< of each frame, in order. Units: its ticks
    std::optional<Time> audio_end;
    bool are_all = false;  ///< the file was read to its end
};

ReadTimes read_times(const VideoFile& known) {
    auto file = known.reopened();
    ReadTimes times;
    AudioEnd audio;
    const auto packet = new_packet();
    std::int64_t bytes = 0;
    bool goes_on = true;
    while (bytes < most_bytes_for_rhythm && (goes_on = file.read(*packet))) {
        bytes += packet->size;
        const auto pts = pts_or_dts(*packet);
        if (pts == AV_NOPTS_VALUE) continue;
        if (packet->stream_index == file.picture().index) {
            const bool is_shown =
                (packet->flags & AV_PKT_FLAG_DISCARD) == 0 && pts >= file.whole_from();
            if (is_shown) times.shown.push_back(pts);
        } else {
            const auto end = pts + std::max<std::int64_t>(0, packet->duration);
            audio.add(file.time_of(*file.audio(), pts), file.time_of(*file.audio(), end));
        }
    }
    std::ranges::sort(times.shown);
    times.are_all = !goes_on;
    if (times.are_all) times.audio_end = audio.end();
    return times;
}

FrameRhythm rhythm_by_reading(const VideoFile& file) {
    const auto times = read_times(file);
    FrameRhythm rhythm;
    measure(rhythm, file.picture(), steps_between(times.shown));
    rhythm.is_whole = times.are_all;
    rhythm.audio_end = times.audio_end;
    if (times.are_all) rhythm.frames = static_cast<std::int64_t>(times.shown.size());
    join_fields(rhythm, file.picture());
    return rhythm;
}

}  // namespace

FrameRhythm rhythm_of(const VideoFile& file) {
    return file.has_table() ? rhythm_of_table(file) : rhythm_by_reading(file);
}

}  // namespace mediaedit::internal
