// Sound that is copied, packet for packet.
#include "video/sound_copy.hpp"

#include "video/ffmpeg_versions.hpp"

#include <algorithm>
#include <cstdlib>
#include <functional>
#include <utility>

namespace mediaedit::internal {
namespace {

/// Half of a packet, and about a millisecond, by which containers round. A phone's first packet may be followed by the second a little late.
constexpr std::int64_t most_off = aac_length / 2 + 48;
/// So many packets may lack at the very end: a phone's sound often stops a moment before its pictures.
constexpr std::int64_t most_lacking = 2;
/// 44.1 kHz and more: 11.6 ms.
constexpr int least_rate_hz = 44'100;
constexpr int aac_low_complexity = 1;  // its name changed with FFmpeg 7
constexpr Time far_ahead = std::chrono::seconds{20};

/// A packet counts where its middle is heard.
bool shows(std::int64_t at, std::int64_t until) { return at + aac_length / 2 < until; }

/// The packets from the first of `starts` on, which is wished to begin at `wish`, as they fill the result from `at` until `until`.
std::optional<PacketRun> run_of(std::span<const std::int64_t> starts, std::int64_t wish, std::int64_t at, std::int64_t until, std::int64_t most_missing, bool as_in_source) {
    PacketRun run{starts.front(), 0, at, as_in_source};
    std::int64_t place = at;
    for (std::size_t i = 0; shows(place, until); ++i, ++run.count) {
        if (i == starts.size()) return shows(place + most_missing * aac_length, until) ? std::nullopt : std::optional(run);
        const auto expected = as_in_source && i > 0 ? starts[i - 1] + aac_length : wish + place - at;
        if (std::abs(starts[i] - expected) > most_off) return std::nullopt;
        place = as_in_source && i + 1 < starts.size() ? at + starts[i + 1] - starts.front() : place + aac_length;
    }
    return run;
}

}  // namespace

std::optional<std::vector<PacketRun>> plan_copy(std::span<const std::int64_t> starts, std::span<const KeptStretch> stretches, std::int64_t result_length) {
    std::vector<PacketRun> runs;
    std::int64_t at = 0;
    for (const auto& stretch : stretches) {
        const auto until = std::min(stretch.end, result_length);
        if (!shows(at, until)) continue;
        const auto wish = stretch.source_start + at - stretch.start;
        const auto after = std::ranges::lower_bound(starts, wish);
        auto packet = after - starts.begin();
        if (after == starts.end() || (packet > 0 && wish - starts[static_cast<std::size_t>(packet - 1)] <= *after - wish)) --packet;
        if (packet < 0) return std::nullopt;
        const auto most_missing = &stretch == &stretches.back() ? most_lacking : 0;
        const auto here = starts.subspan(static_cast<std::size_t>(packet));
        auto run = run_of(here, wish, at, until, most_missing, false);
        if (!run) run = run_of(here, wish, at, until, most_missing, true);
        if (!run) return std::nullopt;
        at = run->as_in_source ? at + here[static_cast<std::size_t>(run->count - 1)] - here.front() + aac_length : at + run->count * aac_length;
        runs.push_back(*run);
    }
    if (runs.empty()) return std::nullopt;
    return runs;
}

bool may_be_copied(const AVStream& stream) {
    const auto& parameters = *stream.codecpar;
    const int channels = channels_of(parameters);
    // Without extra data the packets carry headers of their own, which an MP4 may not have.
    return parameters.codec_id == AV_CODEC_ID_AAC && parameters.profile == aac_low_complexity && parameters.extradata_size >= 2 && channels >= 1 &&
           channels <= 2 && parameters.sample_rate >= least_rate_hz && parameters.sample_rate <= sound_rate_hz;
}

std::unique_ptr<CopiedSound> CopiedSound::plan(SoundSource& source, std::span<const TimeRange> keep, Time result_duration) {
    if (!may_be_copied(source.stream())) return nullptr;
    const int rate_hz = source.stream().codecpar->sample_rate;
    const auto stretches = kept_stretches(keep, source.duration(), result_duration, rate_hz);
    std::int64_t last = 0;
    for (const auto& stretch : stretches) last = std::max(last, stretch.source_start + stretch.end - stretch.start);
    std::vector<std::int64_t> starts;
    auto copied = std::make_unique<CopiedSound>(source, std::vector<PacketRun>());
    const auto told = source.told_starts();
    for (const auto ticks : told) starts.push_back(sample_at(source.time_of(ticks), rate_hz));
    if (std::ranges::adjacent_find(starts, std::greater_equal<>()) != starts.end()) return nullptr;
    const auto packet = new_packet();
    while (told.empty() && source.read(*packet)) {
        const auto start = copied->start_of(*packet);
        if (!start || (packet->flags & AV_PKT_FLAG_CORRUPT) != 0 || (!starts.empty() && *start <= starts.back())) return nullptr;
        starts.push_back(*start);
        if (*start > last) break;
    }
    auto runs = plan_copy(starts, stretches, sample_at(result_duration, rate_hz));
    if (!runs) return nullptr;
    copied->runs_ = std::move(*runs);
    return copied;
}

CopiedSound::CopiedSound(SoundSource& source, std::vector<PacketRun> runs)
    : source_(source), rate_hz_(source.stream().codecpar->sample_rate), runs_(std::move(runs)) {}

std::optional<std::int64_t> CopiedSound::start_of(const AVPacket& packet) const {
    const auto ticks = packet.pts != AV_NOPTS_VALUE ? packet.pts : packet.dts;
    if (ticks == AV_NOPTS_VALUE) return std::nullopt;
    return sample_at(source_.time_of(ticks), rate_hz_);
}

bool CopiedSound::find_first(AVPacket& packet) {
    const auto wanted = runs_[which_].source_start;
    const auto time = time_at(wanted, rate_hz_);
    if (!reached_ || *reached_ >= wanted || time - time_at(*reached_, rate_hz_) > far_ahead) source_.go_to(time - std::chrono::milliseconds{1});
    while (source_.read(packet)) {
        const auto start = start_of(packet);
        if (start && std::abs(*start - wanted) < aac_length / 2) return true;
        if (start && *start > wanted) return false;
    }
    return false;
}

bool CopiedSound::next(AVPacket& packet) {
    while (which_ < runs_.size() && done_ == runs_[which_].count) {
        ++which_;
        done_ = 0;
    }
    if (which_ == runs_.size()) return false;
    if (done_ == 0 ? !find_first(packet) : !source_.read(packet)) {
        which_ = runs_.size();
        return false;
    }
    const auto& run = runs_[which_];
    const auto start = start_of(packet);
    if (start) reached_ = *start;
    if (done_ == 0) end_ = run.start;
    const auto place = run.as_in_source && start ? std::max(end_ - aac_length / 2, run.start + *start - run.source_start) : end_;
    ++done_;
    // What the source wanted of a player, such as to skip its beginning, is not true of the result.
    av_packet_free_side_data(&packet);
    packet.pts = packet.dts = place;
    end_ = place + aac_length;
    packet.duration = aac_length;
    packet.flags = AV_PKT_FLAG_KEY;
    packet.stream_index = 0;
    packet.pos = -1;
    packet.time_base = {1, rate_hz_};
    return true;
}

}  // namespace mediaedit::internal
