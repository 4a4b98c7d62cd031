// Reads the audio of the kept parts, ahead of playback.
#include "worker/joined_audio.hpp"

#include <algorithm>
#include <cmath>

namespace sunting {
namespace {

/// 5 ms, as in the library's results.
constexpr std::int64_t fade = mediaedit::AudioPreview::rate_hz / 200;

}  // namespace

mediaedit::Result<std::vector<std::int16_t>> JoinedAudio::next(std::size_t moments) {
    const auto stretches = ranges_.stretches();
    const auto found =
        std::ranges::find_if(stretches, [this](const auto& stretch) { return at_ < stretch.end; });
    if (found == stretches.end()) return std::vector<std::int16_t>();
    const auto count = std::min(static_cast<std::int64_t>(moments), found->end - at_);
    auto samples = audio_.read(time_of(found->clip_start + at_ - found->start),
                               static_cast<std::size_t>(count));
    if (!samples) return samples;
    for (std::int64_t i = 0; i < count; ++i, ++at_) {
        const auto edge = std::min(at_ - found->start, found->end - 1 - at_);
        if (edge >= fade) continue;
        const double share = (static_cast<double>(edge) + 0.5) / fade;
        for (const auto sample : {2 * i, 2 * i + 1}) {
            auto& value = samples.value()[static_cast<std::size_t>(sample)];
            value = static_cast<std::int16_t>(std::lround(value * share));
        }
    }
    return samples;
}

}  // namespace sunting
