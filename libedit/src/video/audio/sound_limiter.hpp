// No peak over the top: sound made louder, and quickly, smoothly softer where it would clip.
#pragma once

#include "video/audio/sound_flow.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Finds how high the wave swings between the samples of one channel: what a loudspeaker plays is
/// not only the samples.
class TruePeak {
public:
    TruePeak();
    /// The highest that the wave swings about `delay` samples before this one.
    float add(float sample, float worth_a_look);
    static constexpr int delay = 6;

private:
    static constexpr int taps = 12, phases = 4;
    std::array<std::array<float, taps>, phases> weights_{};
    float most_gain_ = 1;
    std::array<float, std::size_t{2} * taps>
        recent_{};  // twice the same, so that a window is always in one piece
    int at_ = 0;
};

/// Another flow times `gain`, true peaks held under `limiter_ceiling`. What is softened is softened
/// before the peak comes.
class LimitedSound final : public SoundFlow {
public:
    LimitedSound(SoundFlow& flow, float gain);

    [[nodiscard]] int channels() const override { return flow_.channels(); }
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    void push(const float* moment, float* out);

    SoundFlow& flow_;
    float gain_;
    std::array<TruePeak, 2> peaks_;
    std::vector<float> delayed_;
    std::vector<float> eased_;
    std::deque<std::pair<std::int64_t, float>>
        lowest_;  // the softenings that may still be the strongest of the window, rising
    std::int64_t at_ = 0;
    float released_ = 1;
    double eased_sum_ = 0;
    bool primed_ = false;
    std::vector<float> block_;
};

/// -2.5 dB: after a loud bang AAC swings 1.4 dB higher than what it was given, and -1 dB is what
/// must not be passed.
inline constexpr float limiter_ceiling = 0.75F;

}  // namespace mediaedit::internal
