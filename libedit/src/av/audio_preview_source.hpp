// The sound of a video kept open, to be listened to.
#pragma once

#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// As SoundPreview. Threads: one at a time.
class AudioPreviewSource {
public:
    AudioPreviewSource() = default;
    virtual ~AudioPreviewSource() = default;
    AudioPreviewSource(const AudioPreviewSource&) = delete;
    AudioPreviewSource& operator=(const AudioPreviewSource&) = delete;

    [[nodiscard]] virtual bool has_sound() const = 0;
    /// Errors: cancelled, unreadable.
    virtual std::vector<float> peaks(TimeRange range, std::size_t count) = 0;
    /// Shapes: left, right. Errors: cancelled, unreadable.
    virtual void read(Time at, std::span<std::int16_t> samples) = 0;
};

}  // namespace mediaedit::internal
