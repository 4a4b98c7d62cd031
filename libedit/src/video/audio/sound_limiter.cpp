// No peak over the top: sound made louder, and quickly, smoothly softer where it would clip.
#include "video/audio/sound_limiter.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace mediaedit::internal {
namespace {

/// How long the softening takes to come (5 ms), and by how much it goes each moment (to a third in
/// 80 ms).
constexpr int ease = sound_rate_hz / 200;
const float release = 1 - std::exp(-1.0F / (0.08F * sound_rate_hz));
/// A peak stands in the window of the lowest until it was eased into and has passed, wherever
/// between its neighbours it truly is.
constexpr int delay = ease + TruePeak::delay + 6;
constexpr int window = ease + 2 * (TruePeak::delay + 6);
constexpr std::size_t block_moments = 1024;

}  // namespace

TruePeak::TruePeak() {
    constexpr int half = taps / 2;
    // A windowed sinc at each quarter between two samples.
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
        float swing = 0;
        for (int i = 0; i < taps; ++i) {
            weights_[phase][i] = static_cast<float>(raw[i] / sum);
            swing += std::abs(weights_[phase][i]);
        }
        most_gain_ = std::max(most_gain_, swing);
    }
}

float TruePeak::add(float sample, float worth_a_look) {
    recent_[at_] = recent_[at_ + taps] = sample;
    at_ = (at_ + 1) % taps;
    const float* newest = recent_.data() + at_;
    float highest = 0;
    for (int i = 0; i < taps; ++i) highest = std::max(highest, std::abs(newest[i]));
    if (highest * most_gain_ < worth_a_look) return highest;
    for (const auto& weights : weights_) {
        float wave = 0;
        for (int i = 0; i < taps; ++i) wave += weights[i] * newest[i];
        highest = std::max(highest, std::abs(wave));
    }
    return highest;
}

LimitedSound::LimitedSound(SoundFlow& flow, float gain) : flow_(flow), gain_(gain) { rewind(); }

void LimitedSound::rewind() {
    flow_.rewind();
    peaks_ = {};
    delayed_.assign(static_cast<std::size_t>(delay) * channels(), 0.0F);
    eased_.assign(ease, 1.0F);
    eased_sum_ = ease;
    lowest_.clear();
    at_ = 0;
    released_ = 1;
    primed_ = false;
}

void LimitedSound::push(const float* moment, float* out) {
    const int count = channels();
    float peak = 0;
    for (int c = 0; c < count; ++c)
        peak = std::max(peak, peaks_[c].add(moment[c] * gain_, limiter_ceiling));
    const float wanted = peak > limiter_ceiling ? limiter_ceiling / peak : 1.0F;

    while (!lowest_.empty() && lowest_.back().second >= wanted) lowest_.pop_back();
    lowest_.emplace_back(at_, wanted);
    if (lowest_.front().first <= at_ - window) lowest_.pop_front();
    // Softer at once, louder slowly; then the mean of the last few milliseconds, which is no lower
    // than the lowest and no edge.
    released_ = std::min(lowest_.front().second, released_ + (1 - released_) * release);
    auto& oldest = eased_[static_cast<std::size_t>(at_ % ease)];
    eased_sum_ += static_cast<double>(released_) - oldest;
    oldest = released_;
    const auto softening = static_cast<float>(eased_sum_ / ease);

    float* held = delayed_.data() + (at_ % delay) * count;
    for (int c = 0; c < count; ++c) {
        out[c] = held[c] * softening;
        held[c] = moment[c] * gain_;
    }
    ++at_;
}

void LimitedSound::read(std::span<float> samples) {
    const auto count = static_cast<std::size_t>(channels());
    const auto pass = [&](std::size_t moments, float* out) {
        block_.resize(moments * count);
        flow_.read(block_);
        std::array<float, 2> dropped{};
        for (std::size_t i = 0; i < moments; ++i)
            push(block_.data() + i * count, out ? out + i * count : dropped.data());
    };
    // What comes out lags behind by the look ahead, which is therefore read first.
    if (!primed_) pass(delay, nullptr);
    primed_ = true;
    for (std::size_t done = 0; done < samples.size();) {
        const auto moments = std::min(block_moments, (samples.size() - done) / count);
        pass(moments, samples.data() + done);
        done += moments * count;
    }
}

}  // namespace mediaedit::internal
