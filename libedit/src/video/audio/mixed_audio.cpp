// Mixes a video's own audio with background music.
#include "video/audio/mixed_audio.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace mediaedit::internal {

float gain_beneath(const std::optional<Loudness>& own, const std::optional<Loudness>& beneath) {
    if (!own || !beneath) return 1;
    const double gain_db =
        std::min(most_gain_db, own->integrated - beneath_lu - beneath->integrated);
    return static_cast<float>(std::pow(10.0, gain_db / 20));
}

int MixedAudio::channels() const { return std::max(own_.channels(), beneath_.channels()); }

void MixedAudio::rewind() {
    own_.rewind();
    beneath_.rewind();
}

void MixedAudio::read(std::span<float> samples) {
    std::ranges::fill(samples, 0.0F);
    add(own_, 1, samples);
    add(beneath_, gain_, samples);
}

void MixedAudio::add(AudioFlow& flow, float gain, std::span<float> samples) {
    const auto count = static_cast<std::size_t>(channels()),
               held = static_cast<std::size_t>(flow.channels());
    block_.resize(samples.size() / count * held);
    flow.read(block_);
    for (std::size_t frame = 0; frame < samples.size() / count; ++frame)
        for (std::size_t c = 0; c < count; ++c)
            samples[frame * count + c] += gain * block_[frame * held + std::min(c, held - 1)];
}

}  // namespace mediaedit::internal
