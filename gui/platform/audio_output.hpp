// Audio output: the computer's loudspeakers, or none.
#pragma once

#include <mediaedit/audio_preview.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace sunting {

/// Threads: one call at a time; latency() from any. Audio is requested in the output's own thread.
class AudioOutput {
public:
    /// Must fill all samples. Shapes: left, right, at mediaedit::AudioPreview::rate_hz.
    using Fill = std::function<void(std::span<std::int16_t>)>;

    AudioOutput() = default;
    virtual ~AudioOutput() = default;
    AudioOutput(const AudioOutput&) = delete;
    AudioOutput& operator=(const AudioOutput&) = delete;

    /// Paused at first. False: there is no audio device.
    virtual bool open(Fill fill) = 0;
    /// How far playback is behind the audio that is being requested.
    [[nodiscard]] virtual mediaedit::Time latency() const = 0;
    /// Audio that was already handed over is played to its end.
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// After it returns no audio is requested. The thread that called open() must call it before it
    /// ends, even if opening failed.
    virtual void close() = 0;
};

/// The computer's loudspeakers, with any sound server. Prints nothing.
std::unique_ptr<AudioOutput> new_sdl_audio_output();

}  // namespace sunting
