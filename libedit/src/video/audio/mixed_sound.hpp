// Two sounds at once: a film's own, and music beneath it.
#pragma once

#include "video/audio/sound_flow.hpp"
#include "video/audio/sound_level.hpp"

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// How much softer music beneath speech is. Units: LU.
/// Source: at least 10 LU are recommended, and laymen liked 4 LU more than experts did (Torcoli and
/// others, "Preferred Levels for Background Ducking", J. Audio Eng. Soc. 67(12), 2019); 20 dB are
/// asked for people who hear badly (WCAG 2.1, 1.4.7). This lies between.
inline constexpr double beneath_lu = 16;

/// What brings `beneath` so far below `own`; what cannot be measured stays as it is, and is not
/// pushed down by what cannot be heard.
float gain_beneath(const std::optional<Loudness>& own, const std::optional<Loudness>& beneath);

/// The sum, which may pass 1: see LimitedSound. One channel is heard from both sides, as loud as it
/// was measured.
class MixedSound final : public SoundFlow {
public:
    MixedSound(SoundFlow& own, SoundFlow& beneath, float gain)
        : own_(own), beneath_(beneath), gain_(gain) {}

    /// As many as the richer of the two has.
    [[nodiscard]] int channels() const override;
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    void add(SoundFlow& flow, float gain, std::span<float> samples);

    SoundFlow& own_;
    SoundFlow& beneath_;
    float gain_;
    std::vector<float> block_;
};

}  // namespace mediaedit::internal
