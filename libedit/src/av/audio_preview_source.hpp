// The audio of an open video, for AudioPreview.
#pragma once

#include <mediaedit/time.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// The functions are as in AudioPreview. Threads: one at a time.
class AudioPreviewSource {
public:
    AudioPreviewSource() = default;
    virtual ~AudioPreviewSource() = default;
    AudioPreviewSource(const AudioPreviewSource&) = delete;
    AudioPreviewSource& operator=(const AudioPreviewSource&) = delete;

    [[nodiscard]] virtual bool has_audio() const = 0;
    /// Errors: cancelled, unreadable.
    virtual std::vector<float> peaks(TimeRange range, std::size_t count) = 0;
    /// Fills `samples`. Shapes: left and right in turn. Errors: cancelled, unreadable.
    virtual void read(Time at, std::span<std::int16_t> samples) = 0;
};

}  // namespace mediaedit::internal
