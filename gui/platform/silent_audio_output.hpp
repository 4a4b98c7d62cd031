// Silent loudspeakers for tests: they ask for audio when the test lets time pass.
#pragma once

#include "platform/audio_output.hpp"

#include <cstddef>
#include <cstdint>
#include <mutex>
#include <utility>
#include <vector>

namespace sunting {

/// Threads: any.
class SilentAudioOutput final : public AudioOutput {
public:
    static constexpr std::size_t buffer_moments = 1024;

    explicit SilentAudioOutput(bool is_there = true) : is_there_(is_there) {}

    bool open(Fill fill) override {
        const std::scoped_lock lock(mutex_);
        if (is_there_) fill_ = std::move(fill);
        return is_there_;
    }
    [[nodiscard]] mediaedit::Time latency() const override {
        return mediaedit::Time(buffer_moments * 1'000'000 / mediaedit::AudioPreview::rate_hz);
    }
    void pause() override { set_running(false); }
    void resume() override { set_running(true); }
    void close() override {
        const std::scoped_lock lock(mutex_);
        is_running_ = false;
        fill_ = nullptr;
    }

    [[nodiscard]] bool running() const {
        const std::scoped_lock lock(mutex_);
        return is_running_;
    }

    /// Lets one buffer pass. Returns its samples; empty while paused.
    std::vector<std::int16_t> advance() {
        const std::scoped_lock lock(mutex_);
        if (!is_running_) return {};
        std::vector<std::int16_t> samples(2 * buffer_moments);
        fill_(samples);
        return samples;
    }

private:
    void set_running(bool is_running) {
        const std::scoped_lock lock(mutex_);
        is_running_ = is_running && fill_;
    }

    bool is_there_;
    mutable std::mutex mutex_;
    Fill fill_;
    bool is_running_ = false;
};

}  // namespace sunting
