// The sound of a source kept open: what is heard from any moment on, and its wave for a timeline.
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

/// Without sound (a photo, a silent film, sound of a kind that cannot be decoded) all of it is
/// silence. Threads: one call at a time; different ones may be used from different threads.
/// `Control::stop` ends a call under way, and all after it.
class MEDIAEDIT_API SoundPreview {
public:
    /// Of all sound that is given. Units: moments a second; a moment is one sample of each of two
    /// channels.
    static constexpr int rate_hz = 48'000;

    /// Errors: those of probe.
    static Result<SoundPreview> open(const std::filesystem::path& source,
                                     const Control& control = {});

    SoundPreview(SoundPreview&&) noexcept;
    SoundPreview& operator=(SoundPreview&&) noexcept;
    ~SoundPreview();

    [[nodiscard]] bool has_sound() const noexcept;

    /// How loud each of `count` equal parts of `range` gets. The range is decoded once, in less
    /// than 0.1 s a minute; ranges that follow each other take no longer, so that a wave can be
    /// shown while it grows. Units: 0 (silence) to 1 (the loudest a file can hold). Errors:
    /// cancelled, unreadable.
    Result<std::vector<float>> peaks(TimeRange range, std::size_t count);

    /// What is heard from `at` on; silence before the first picture and behind the last sound. A
    /// read that begins where the last one ended continues it; any other begins without a click.
    /// Many channels become two as an export makes them. Shapes: `moments` times left, right.
    /// Units: `at` is rounded to the nearest moment.
    /// Errors: cancelled, unreadable.
    Result<std::vector<std::int16_t>> read(Time at, std::size_t moments);

private:
    struct State;
    explicit SoundPreview(std::unique_ptr<State> state);
    std::unique_ptr<State> state_;
};

}  // namespace mediaedit
