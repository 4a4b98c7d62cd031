// What all streams of audio samples share.
#include "video/audio/audio_flow.hpp"

#include "video/handles.hpp"

extern "C" {
#include <libavutil/mathematics.h>
}

#include <algorithm>

namespace mediaedit::internal {

std::int64_t sample_at(Time time, std::int64_t rate_hz) {
    return av_rescale_rnd(time.count(), rate_hz, 1'000'000, AV_ROUND_NEAR_INF);
}
Time time_at(std::int64_t sample, std::int64_t rate_hz) {
    return Time(av_rescale_rnd(sample, 1'000'000, rate_hz, AV_ROUND_NEAR_INF));
}

void SilentAudio::read(std::span<float> samples) { std::ranges::fill(samples, 0.0F); }

float fade_at(std::int64_t frame, std::int64_t length, std::int64_t fade) {
    const auto edge = std::min(frame, length - 1 - frame);
    return edge >= fade
               ? 1.0F
               : std::max(0.0F, (static_cast<float>(edge) + 0.5F) / static_cast<float>(fade));
}

}  // namespace mediaedit::internal
