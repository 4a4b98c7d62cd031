// A look-ahead limiter.
#include "video/audio/audio_limiter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mediaedit::internal {
namespace {

/// Attack time: 5 ms.
constexpr int attack_frames = audio_rate_hz / 200;
/// Per sample frame; the time constant is 80 ms.
const float release = 1 - std::exp(-1.0F / (0.08F * audio_rate_hz));
/// A true peak lies at most this far from the sample that it is measured at.
constexpr int peak_spread = TruePeak::delay + 6;
constexpr int look_ahead_frames = attack_frames + peak_spread;
/// The gain for a peak is held until the attack is complete and the peak has passed.
constexpr int hold_frames = attack_frames + 2 * peak_spread;
constexpr std::size_t limited_frames = 1024;

}  // namespace

TruePeak::TruePeak() {
    constexpr int half = taps / 2;
    // A windowed sinc for each quarter between two samples.
    for (int phase = 0; phase < phases; ++phase) {
        double sum = 0;
        std::array<double, taps> raw{};
        for (int i = 0; i < taps; ++i) {
            const double x = i - (half - 1) - static_cast<double>(phase) / phases;
            const double sinc =
                std::abs(x) < 1e-9 ? 1 : std::sin(std::numbers::pi * x) / (std::numbers::pi * x);
            raw[i] = sinc * (0.5 + 0.5 * std::cos(std::numbers::pi * x / (half + 0.5)));
            sum += raw[i];
        }
        float gain = 0;
        for (int i = 0; i < taps; ++i) {
            weights_[phase][i] = static_cast<float>(raw[i] / sum);
            gain += std::abs(weights_[phase][i]);
        }
        most_gain_ = std::max(most_gain_, gain);
    }
}

float TruePeak::add(float sample, float threshold) {
    recent_[at_] = recent_[at_ + taps] = sample;
    at_ = (at_ + 1) % taps;
    const float* newest = recent_.data() + at_;
    float highest = 0;
    for (int i = 0; i < taps; ++i) highest = std::max(highest, std::abs(newest[i]));
    if (highest * most_gain_ < threshold) return highest;
    for (const auto& weights : weights_) {
        float wave = 0;
        for (int i = 0; i < taps; ++i) wave += weights[i] * newest[i];
        highest = std::max(highest, std::abs(wave));
    }
    return highest;
}

LimitedAudio::LimitedAudio(AudioFlow& flow, float gain) : flow_(flow), gain_(gain) { rewind(); }

void LimitedAudio::rewind() {
    flow_.rewind();
    peaks_ = {};
    look_ahead_.assign(static_cast<std::size_t>(look_ahead_frames) * channels(), 0.0F);
    attack_gains_.assign(attack_frames, 1.0F);
    attack_sum_ = attack_frames;
    lowest_gains_.clear();
    at_ = 0;
    released_gain_ = 1;
    primed_ = false;
}

/// The gain for the oldest frame of the look-ahead. `peak`: the true peak of the newest.
float LimitedAudio::gain_for(float peak) {
    const float needed = peak > limiter_ceiling ? limiter_ceiling / peak : 1.0F;
    while (!lowest_gains_.empty() && lowest_gains_.back().second >= needed)
        lowest_gains_.pop_back();
    lowest_gains_.emplace_back(at_, needed);
    if (lowest_gains_.front().first <= at_ - hold_frames) lowest_gains_.pop_front();
    // Falls at once and rises with the release. The moving average over the attack time then makes
    // the fall gradual; it reaches the lowest gain when the peak comes.
    released_gain_ =
        std::min(lowest_gains_.front().second, released_gain_ + (1 - released_gain_) * release);
    auto& oldest = attack_gains_[static_cast<std::size_t>(at_ % attack_frames)];
    attack_sum_ += static_cast<double>(released_gain_) - oldest;
    oldest = released_gain_;
    return static_cast<float>(attack_sum_ / attack_frames);
}

/// One sample frame in, one out.
void LimitedAudio::push(const float* in, float* out) {
    const int count = channels();
    float peak = 0;
    for (int c = 0; c < count; ++c)
        peak = std::max(peak, peaks_[c].add(in[c] * gain_, limiter_ceiling));
    const float gain = gain_for(peak);
    float* held = look_ahead_.data() + (at_ % look_ahead_frames) * count;
    for (int c = 0; c < count; ++c) {
        out[c] = held[c] * gain;
        held[c] = in[c] * gain_;
    }
    ++at_;
}

void LimitedAudio::read(std::span<float> samples) {
    const auto count = static_cast<std::size_t>(channels());
    const auto pass = [&](std::size_t frames, float* out) {
        block_.resize(frames * count);
        flow_.read(block_);
        std::array<float, 2> dropped{};
        for (std::size_t i = 0; i < frames; ++i)
            push(block_.data() + i * count, out ? out + i * count : dropped.data());
    };
    // The output lags by the look-ahead, which is therefore filled first.
    if (!primed_) pass(look_ahead_frames, nullptr);
    primed_ = true;
    for (std::size_t done = 0; done < samples.size();) {
        const auto frames = std::min(limited_frames, (samples.size() - done) / count);
        pass(frames, samples.data() + done);
        done += frames * count;
    }
}

}  // namespace mediaedit::internal
