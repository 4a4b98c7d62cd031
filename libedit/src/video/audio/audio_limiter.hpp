// A look-ahead limiter: applies a gain, and keeps true peaks below a ceiling.
#pragma once

#include "video/audio/audio_flow.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <span>
#include <utility>
#include <vector>

namespace mediaedit::internal {

/// Measures the true peak of one channel: the highest value of the wave between the samples too, by
/// four times oversampling.
class TruePeak {
public:
    TruePeak();
    /// The peak about `delay` samples before this one. Exact only where it may exceed `threshold`;
    /// below, the highest sample.
    float add(float sample, float threshold);
    static constexpr int delay = 6;

private:
    static constexpr int taps = 12, phases = 4;
    std::array<std::array<float, taps>, phases> weights_{};
    float most_gain_ = 1;  // by which the wave may exceed the samples
    std::array<float, std::size_t{2} * taps>
        recent_{};  // stored twice, so that the last `taps` samples are always contiguous
    int at_ = 0;
};

/// Another flow times `gain`, with true peaks below `limiter_ceiling`. Channels are linked: all get
/// the same gain reduction. It is complete before the peak comes (look-ahead), and is released
/// slowly after it. The delay of the look-ahead is compensated.
class LimitedAudio final : public AudioFlow {
public:
    LimitedAudio(AudioFlow& flow, float gain);

    [[nodiscard]] int channels() const override { return flow_.channels(); }
    void read(std::span<float> samples) override;
    void rewind() override;

private:
    [[nodiscard]] float gain_for(float peak);
    void push(const float* in, float* out);

    AudioFlow& flow_;
    float gain_;
    std::array<TruePeak, 2> peaks_;
    std::vector<float> look_ahead_;  // a ring buffer of the input
    std::deque<std::pair<std::int64_t, float>>
        lowest_gains_;  // time and gain of those that may become the window's lowest, rising
    std::int64_t at_ = 0;
    float released_gain_ = 1;
    std::vector<float> attack_gains_;  // a ring buffer
    double attack_sum_ = 0;            // of attack_gains_
    bool primed_ = false;              // the look-ahead is filled
    std::vector<float> block_;
};

/// -2.5 dBFS: after a loud transient AAC was seen to overshoot its input by 1.4 dB, and -1 dBTP
/// must not be exceeded.
inline constexpr float limiter_ceiling = 0.75F;

}  // namespace mediaedit::internal
