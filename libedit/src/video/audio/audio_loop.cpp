// Audio repeated or cut to the length of a video.
#include "video/audio/audio_loop.hpp"

#include <algorithm>
#include <cstddef>

namespace mediaedit::internal {
namespace {

constexpr std::int64_t fade_out = audio_rate_hz / 2;

}  // namespace

void AudioLoop::rewind() {
    at_ = 0;
    heard_ = false;
    reader_.start_at_first();
}

void AudioLoop::read(std::span<float> samples) {
    for (auto rest = samples; !rest.empty();) {
        const auto count = reader_.read(rest);
        rest = rest.subspan(count * static_cast<std::size_t>(channels()));
        heard_ = heard_ || count > 0;
        if (rest.empty()) break;
        // A file without any samples would repeat forever.
        if (!heard_) break;
        heard_ = false;
        reader_.start_at_first();
    }
    const auto fade = std::max<std::int64_t>(1, std::min(fade_out, length_));
    for (std::size_t i = 0; i < samples.size(); ++i) {
        const auto left = length_ - at_ - static_cast<std::int64_t>(i) / channels();
        if (left < fade)
            samples[i] *=
                static_cast<float>(std::max<std::int64_t>(0, left)) / static_cast<float>(fade);
    }
    at_ += static_cast<std::int64_t>(samples.size()) / channels();
}

}  // namespace mediaedit::internal
