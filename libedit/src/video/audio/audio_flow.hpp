// A stream of audio samples, read block by block.
#pragma once

#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace mediaedit::internal {

/// All audio is resampled to it, and every result has it.
inline constexpr int audio_rate_hz = 48'000;

/// The sample nearest to a time, at `rate_hz`.
std::int64_t sample_at(Time time, std::int64_t rate_hz = audio_rate_hz);
Time time_at(std::int64_t sample, std::int64_t rate_hz = audio_rate_hz);

/// Shapes: interleaved floats, -1 to 1, at `audio_rate_hz`. A sample frame is one sample of each
/// channel. Threads: one at a time.
class AudioFlow {
public:
    AudioFlow() = default;
    virtual ~AudioFlow() = default;
    AudioFlow(const AudioFlow&) = delete;
    AudioFlow& operator=(const AudioFlow&) = delete;

    /// 1 or 2.
    [[nodiscard]] virtual int channels() const = 0;
    /// Fills all of `samples`, with silence after the end. Shapes: a multiple of channels().
    virtual void read(std::span<float> samples) = 0;
    /// The next read begins at the start again.
    virtual void rewind() = 0;
};

class SilentAudio final : public AudioFlow {
public:
    [[nodiscard]] int channels() const override { return 2; }
    void read(std::span<float> samples) override;
    void rewind() override {}
};

/// The gain at `frame` when a stretch of `length` frames is faded in and out over `fade` frames.
/// Units: 0 to 1.
float fade_at(std::int64_t frame, std::int64_t length, std::int64_t fade);

/// 5 ms: the shortest fade without an audible click.
inline constexpr std::int64_t click_fade = audio_rate_hz / 200;

}  // namespace mediaedit::internal
