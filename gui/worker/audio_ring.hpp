// A ring buffer of audio between the decoding thread and the device.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace sunting {

/// Threads: one at a time. Shapes: left, right.
class AudioRing {
public:
    explicit AudioRing(std::size_t moments) : samples_(2 * moments) {}

    [[nodiscard]] std::size_t size() const { return count_ / 2; }
    [[nodiscard]] std::size_t room() const { return (samples_.size() - count_) / 2; }
    void clear() { first_ = count_ = 0; }

    /// Shapes: no more than there is room for.
    void put(std::span<const std::int16_t> samples) {
        for (std::size_t at = (first_ + count_) % samples_.size(); const auto sample : samples) {
            samples_[at] = sample;
            at = at + 1 == samples_.size() ? 0 : at + 1;
        }
        count_ += samples.size();
    }

    /// Returns how many sample frames there were.
    std::size_t take(std::span<std::int16_t> samples) {
        const auto taken = std::min(samples.size(), count_);
        for (auto& sample : samples.first(taken)) {
            sample = samples_[first_];
            first_ = first_ + 1 == samples_.size() ? 0 : first_ + 1;
        }
        count_ -= taken;
        return taken / 2;
    }

private:
    std::vector<std::int16_t> samples_;
    std::size_t first_ = 0, count_ = 0;
};

}  // namespace sunting
