// How the frames of a video follow each other.
#pragma once

#include "video/container/video_file.hpp"

#include <mediaedit/time.hpp>

#include <cstdint>
#include <optional>

namespace mediaedit::internal {

struct FrameRhythm {
    std::int64_t frames = 0;  ///< 0: unknown
    double rate = 0;          ///< 0: unknown
    bool variable = false;
    bool cut_short = false;  ///< the file ends before the last frame of its table
    bool is_whole = true;    ///< all frames of the file were counted
    Time duration{0};        ///< of what is there
    std::optional<Time> audio_end{};
};

/// From the container's table; without one, by reading packets. Errors: those of VideoFile.
FrameRhythm rhythm_of(const VideoFile& file);

}  // namespace mediaedit::internal
