// Plays the audio of an open source from any time, and computes its waveform for a timeline.
//
//     auto audio = AudioPreview::open("clip.mp4");
//     auto wave = audio->peaks({Time(0), 60s}, 800);
//     auto samples = audio->read(Time(0), AudioPreview::rate_hz / 10);
#pragma once

#include <mediaedit/control.hpp>
#include <mediaedit/export.hpp>
#include <mediaedit/result.hpp>
#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <vector>

namespace mediaedit {

/// A source without audio (a photo, a silent video, or a codec that cannot be decoded) gives
/// silence. Threads: one call at a time per object; different objects may be used from different
/// threads. `Control::stop` ends the current call and all later ones.
class MEDIAEDIT_API AudioPreview {
public:
    /// The sample rate of all audio that is returned. Units: sample frames per second; a sample
    /// frame has one sample for each of the two channels.
    static constexpr int rate_hz = 48'000;

    /// Errors: those of probe.
    static Result<AudioPreview> open(const std::filesystem::path& source,
                                     const Control& control = {});

    AudioPreview(AudioPreview&&) noexcept;
    AudioPreview& operator=(AudioPreview&&) noexcept;
    ~AudioPreview();

    [[nodiscard]] bool has_audio() const noexcept;

    /// The peak level of each of `count` equal parts of `range`. Decoding takes less than 0.1 s per
    /// minute of audio. Consecutive ranges take no longer than one, so that a waveform can be shown
    /// while it is computed. Units: 0 (silence) to 1 (full scale). Errors: cancelled, unreadable.
    Result<std::vector<float>> peaks(TimeRange range, std::size_t count);

    /// Returns `moments` sample frames from `at` on, with silence before the first frame of the
    /// video and after the end of the audio. A read that begins where the last one ended continues
    /// it; any other begins without a click. More than two channels are mixed down as in an export.
    /// Shapes: left and right sample, `moments` times. Units: `at` is rounded to the nearest sample
    /// frame. Errors: cancelled, unreadable.
    Result<std::vector<std::int16_t>> read(Time at, std::size_t moments);

private:
    struct State;
    explicit AudioPreview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit
