// Copies AAC packets.
#include "video/audio/audio_copy.hpp"

#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Half a packet, and about a millisecond of rounding by containers.
constexpr std::int64_t most_off = aac_length / 2 + 48;
/// A phone's second packet may be a little late, and some phones round all times to 20 ms. This is
/// 16 ms.
constexpr std::int64_t most_wavering = aac_length * 3 / 4;
/// Largest total drift of a source's clock from its samples; with more, the packets have another
/// length.
constexpr double most_wandering = 0.005;
/// So many packets may be missing at the end: a phone's audio often stops shortly before its video.
constexpr std::int64_t most_lacking = 2;
/// 44.1 kHz and more: 11.6 ms.
constexpr int least_rate_hz = 44'100;
constexpr int aac_low_complexity = 1;  // its name changed with FFmpeg 7
constexpr Time far_ahead = std::chrono::seconds{20};

/// A packet is used if its middle is heard.
bool shows(std::int64_t at, std::int64_t until) { return at + aac_length / 2 < until; }

/// Start of a run's i-th packet, relative to the run's start.
std::int64_t place_in(const PacketRun& run, std::int64_t i) {
    return run.count > 1 ? av_rescale(run.span, i, run.count - 1) : 0;
}

/// How many of the packets are heard before `until`; the i-th begins at place(i). Absent: there are
/// too few.
template <class Place>
std::optional<std::int64_t> heard(std::int64_t packets, std::int64_t until,
                                  std::int64_t most_missing, Place&& place) {
    std::int64_t count = 0;
    while (count < packets && shows(place(count), until)) ++count;
    const auto next = count < packets ? until : place(count - 1) + aac_length;
    if (count == packets && shows(next + most_missing * aac_length, until)) return std::nullopt;
    return count;
}

/// Fills the result from `at` until `until` with the packets from the first of `starts` on: back to
/// back, or at the source's pace.
std::optional<PacketRun> run_of(std::span<const std::int64_t> starts, std::int64_t at,
                                std::int64_t until, std::int64_t most_missing, bool at_own_pace) {
    const auto since_first = [&](std::int64_t i) {
        return starts[static_cast<std::size_t>(i)] - starts.front();
    };
    const auto count = heard(std::ssize(starts), until, most_missing, [&](std::int64_t i) {
        return at + (at_own_pace ? since_first(i) : i * aac_length);
    });
    if (!count || *count < 1) return std::nullopt;
    const auto steps = *count - 1, even = steps * aac_length;
    const PacketRun run{starts.front(), *count, at, at_own_pace ? since_first(steps) : even};
    if (std::abs(static_cast<double>(run.span - even)) >
        static_cast<double>(most_off) + most_wandering * static_cast<double>(even))
        return std::nullopt;
    for (std::int64_t i = 1; i <= steps; ++i)
        if (std::abs(since_first(i) - place_in(run, i)) > most_wavering) return std::nullopt;
    return run;
}

}  // namespace

std::optional<std::vector<PacketRun>> plan_copy(std::span<const std::int64_t> starts,
                                                std::span<const KeptStretch> stretches,
                                                std::int64_t result_length) {
    std::vector<PacketRun> runs;
    std::int64_t at = 0;
    for (const auto& stretch : stretches) {
        const auto until = std::min(stretch.end, result_length);
        if (!shows(at, until)) continue;
        const auto target = stretch.source_start + at - stretch.start;
        const auto after = std::ranges::lower_bound(starts, target);
        auto packet = after - starts.begin();
        if (after == starts.end() ||
            (packet > 0 &&
             target - starts[static_cast<std::size_t>(packet - 1)] <= *after - target))
            --packet;
        if (packet < 0) return std::nullopt;
        const auto most_missing = &stretch == &stretches.back() ? most_lacking : 0;
        const auto here = starts.subspan(static_cast<std::size_t>(packet));
        if (std::abs(here.front() - target) > most_off) return std::nullopt;
        auto run = run_of(here, at, until, most_missing, false);
        if (!run) run = run_of(here, at, until, most_missing, true);
        if (!run) return std::nullopt;
        at += run->span + aac_length;
        runs.push_back(*run);
    }
    if (runs.empty()) return std::nullopt;
    return runs;
}

bool may_be_copied(const AVStream& stream) {
    const auto& parameters = *stream.codecpar;
    const int channels = channels_of(parameters);
    // Without extradata the packets have ADTS headers, which MP4 does not allow.
    return parameters.codec_id == AV_CODEC_ID_AAC && parameters.profile == aac_low_complexity &&
           parameters.extradata_size >= 2 && channels >= 1 && channels <= 2 &&
           parameters.sample_rate >= least_rate_hz && parameters.sample_rate <= audio_rate_hz;
}

std::unique_ptr<CopiedAudio> CopiedAudio::plan(AudioSource& source, std::span<const TimeRange> keep,
                                               Time result_duration) {
    if (!may_be_copied(source.stream())) return nullptr;
    const int rate_hz = source.stream().codecpar->sample_rate;
    const auto stretches = kept_stretches(keep, source.duration(), result_duration, rate_hz);
    std::int64_t last = 0;
    for (const auto& stretch : stretches)
        last = std::max(last, stretch.source_start + stretch.end - stretch.start);
    std::vector<std::int64_t> starts;
    auto copied = std::make_unique<CopiedAudio>(source, std::vector<PacketRun>());
    const auto known = source.starts_by_table();
    for (const auto ticks : known) starts.push_back(sample_at(source.time_of(ticks), rate_hz));
    if (std::ranges::adjacent_find(starts, std::greater_equal<>()) != starts.end()) return nullptr;
    const auto packet = new_packet();
    while (known.empty() && source.read(*packet)) {
        const auto start = copied->start_of(*packet);
        if (!start || (packet->flags & AV_PKT_FLAG_CORRUPT) != 0 ||
            (!starts.empty() && *start <= starts.back()))
            return nullptr;
        starts.push_back(*start);
        if (*start > last) break;
    }
    auto runs = plan_copy(starts, stretches, sample_at(result_duration, rate_hz));
    if (!runs) return nullptr;
    copied->runs_ = std::move(*runs);
    return copied;
}

CopiedAudio::CopiedAudio(AudioSource& source, std::vector<PacketRun> runs)
    : source_(source), rate_hz_(source.stream().codecpar->sample_rate), runs_(std::move(runs)) {}

std::optional<std::int64_t> CopiedAudio::start_of(const AVPacket& packet) const {
    const auto ticks = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (ticks == AV_NOPTS_VALUE) return std::nullopt;
    return sample_at(source_.time_of(ticks), rate_hz_);
}

bool CopiedAudio::find_first(AVPacket& packet) {
    const auto wanted = runs_[which_].source_start;
    const auto time = time_at(wanted, rate_hz_);
    if (!reached_ || *reached_ >= wanted || time - time_at(*reached_, rate_hz_) > far_ahead)
        source_.go_to(time - std::chrono::milliseconds{1});
    while (source_.read(packet)) {
        const auto start = start_of(packet);
        if (start && std::abs(*start - wanted) < aac_length / 2) return true;
        if (start && *start > wanted) return false;
    }
    return false;
}

bool CopiedAudio::next(AVPacket& packet) {
    while (which_ < runs_.size() && done_ == runs_[which_].count) {
        ++which_;
        done_ = 0;
    }
    if (which_ == runs_.size()) return false;
    if (done_ == 0 ? !find_first(packet) : !source_.read(packet)) {
        which_ = runs_.size();
        return false;
    }
    if (const auto start = start_of(packet)) reached_ = *start;
    const auto& run = runs_[which_];
    const auto place = run.start + place_in(run, done_++);
    // Side data of the source, such as "skip the first samples", does not hold for the result.
    av_packet_free_side_data(&packet);
    packet.pts = packet.dts = place;
    packet.duration = aac_length;
    packet.flags = AV_PKT_FLAG_KEY;
    packet.stream_index = 0;
    packet.pos = -1;
    packet.time_base = {1, rate_hz_};
    return true;
}

}  // namespace mediaedit::internal
