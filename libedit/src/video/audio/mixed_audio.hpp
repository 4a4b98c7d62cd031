// Mixes a video's own audio with background music.
#pragma once

#include "video/audio/audio_flow.hpp"
#include "video/audio/audio_level.hpp"

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// How much quieter background music is than speech. Units: LU. Source: at least 10 LU are
/// recommended, and laypeople preferred 4 LU more than experts did (Torcoli and others, "Preferred
/// Levels for Background Ducking", J. Audio Eng. Soc. 67(12), 2019); WCAG 2.1, 1.4.7, asks for 20
/// dB for people who are hard of hearing. This is in between.
inline constexpr double beneath_lu = 16;

/// The gain that puts `beneath` so far below `own`; 1 where one of them is silent.
float gain_beneath(const std::optional<Loudness>& own, const std::optional<Loudness>& beneath);

/// The sum, which may exceed 1: see LimitedAudio. Mono goes to both channels, as it was measured.
class MixedAudio final : public AudioFlow {
public:
    MixedAudio(AudioFlow& own, AudioFlow& beneath, float gain)
        : own_(own), beneath_(beneath), gain_(gain) {}

    /// The larger count of the two.
    [[nodiscard]] int channels() const override;
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    void add(AudioFlow& flow, float gain, std::span<float> samples);

    AudioFlow& own_;
    AudioFlow& beneath_;
    float gain_;
    std::vector<float> block_;
};

}  // namespace mediaedit::internal
