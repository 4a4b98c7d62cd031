// Where sound goes: the computer's loudspeakers, or nowhere.
#pragma once

#include <mediaedit/sound_preview.hpp>
#include <mediaedit/time.hpp>

#include <cstdint>
#include <functional>
#include <memory>
#include <span>

namespace sunting {

/// Threads: one call at a time; latency() from any. The sound is asked for in a thread of the
/// output's own.
class SoundOutput {
public:
    /// Fills all of it. Shapes: left, right, at mediaedit::SoundPreview::rate_hz.
    using Fill = std::function<void(std::span<std::int16_t>)>;

    SoundOutput() = default;
    virtual ~SoundOutput() = default;
    SoundOutput(const SoundOutput&) = delete;
    SoundOutput& operator=(const SoundOutput&) = delete;

    /// Paused at first. False: there is nothing to hear with.
    virtual bool open(Fill fill) = 0;
    /// How long before the sound that is being asked for the sound is that leaves the loudspeakers
    /// then.
    [[nodiscard]] virtual mediaedit::Time latency() const = 0;
    /// What was handed over is heard to its end.
    virtual void pause() = 0;
    virtual void resume() = 0;
    /// Nothing is asked for any more when it returns. The thread that opened it calls it, also
    /// where nothing was opened, before that thread ends.
    virtual void close() = 0;
};

/// The computer's loudspeakers, whatever sound server it has. It prints nothing.
std::unique_ptr<SoundOutput> new_sdl_sound_output();

}  // namespace sunting
