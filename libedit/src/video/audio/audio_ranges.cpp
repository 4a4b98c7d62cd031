// The audio of the kept ranges, one after the other, cut at the sample.
#include "video/audio/audio_ranges.hpp"

#include <algorithm>
#include <utility>

namespace mediaedit::internal {

std::vector<KeptStretch> kept_stretches(std::span<const TimeRange> keep, Time source_duration,
                                        Time result_duration, std::int64_t rate_hz) {
    const TimeRange all{};
    if (keep.empty()) keep = {&all, 1};
    std::vector<KeptStretch> stretches;
    Time before{0}, reached{-1};
    for (std::size_t i = 0; i < keep.size() && before < result_duration; ++i) {
        const bool is_last = i + 1 == keep.size();
        const auto start = std::max(keep[i].start, Time(0));
        const auto end = keep[i].end ? *keep[i].end
                         : is_last   ? start + (result_duration - before)
                                     : source_duration;
        if (end <= start) continue;
        const auto after = std::min(before + (end - start), result_duration);
        const bool touches = !stretches.empty() && start == reached;
        if (!touches)
            stretches.push_back({sample_at(start, rate_hz), sample_at(before, rate_hz), 0});
        stretches.back().end = sample_at(after, rate_hz);
        before = after;
        reached = end;
    }
    return stretches;
}

AudioRanges::AudioRanges(AudioReader& reader, std::vector<KeptStretch> stretches)
    : reader_(reader), stretches_(std::move(stretches)) {}

void AudioRanges::rewind() {
    which_ = 0;
    at_ = 0;
    placed_ = false;
}

void AudioRanges::read(std::span<float> samples) {
    while (!samples.empty()) {
        if (which_ == stretches_.size()) {
            std::ranges::fill(samples, 0.0F);
            return;
        }
        const auto& stretch = stretches_[which_];
        if (!std::exchange(placed_, true)) reader_.start_at(stretch.source_start);
        const auto length = stretch.end - stretch.start;
        const auto count = std::min<std::int64_t>(
            static_cast<std::int64_t>(samples.size()) / channels(), stretch.end - at_);
        const auto part = samples.first(static_cast<std::size_t>(count * channels()));
        reader_.read(part);
        for (std::int64_t i = 0; i < count; ++i) {
            const auto heard = fade_at(at_ - stretch.start + i, length, click_fade);
            if (heard < 1)
                for (int c = 0; c < channels(); ++c)
                    part[static_cast<std::size_t>(i * channels() + c)] *= heard;
        }
        at_ += count;
        samples = samples.subspan(part.size());
        if (at_ == stretch.end) {
            ++which_;
            placed_ = false;
        }
    }
}

}  // namespace mediaedit::internal
