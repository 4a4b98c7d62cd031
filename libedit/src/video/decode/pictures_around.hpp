// Finds the frame that is on the screen at a time, and what follows it, from packets alone.
#pragma once

#include "plan/screen_time.hpp"
#include "video/container/video_file.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace mediaedit::internal {

/// Units: ticks of the video stream.
struct PicturesAround {
    std::optional<std::int64_t>
        shown;  ///< pts of the frame on the screen; absent: no frame found begins so early
    std::int64_t shown_until = 0;      ///< when its time ends: `next`; for the last frame its end,
                                       ///< extended as long as audio goes on
    std::optional<std::int64_t> next;  ///< pts of the frame after it; absent: it is the last
    bool shown_is_key = false;
    std::optional<std::int64_t>
        next_key;  ///< the first key frame after `shown`, as far as it was looked for
};

struct KeySearch {
    std::function<bool(const AVPacket&)> is_key{};  ///< empty: key frames do not matter
    std::optional<Time> until{};  ///< frames after it do not matter; absent: all matter
};

/// Ignores frames that an edit list hides, and those without a time. Errors: CannotCopy
/// ("timestamps"), when key frames matter and a frame has no time; what `is_key` throws; those of
/// VideoFile::read.
PicturesAround find_pictures_around(VideoFile& file, Time at, const KeySearch& keys);

/// The time on the screen of the frame shown at `at`. Before the first frame and after the last
/// one's end, what is known of it.
OnScreen screen_at(VideoFile& file, Time at);

/// The last tick of the video stream that is not later than `at`.
std::int64_t tick_until(const VideoFile& file, Time at);

/// Finds where audio without long gaps ends, packet by packet.
class AudioEnd {
public:
    void add(Time begin, Time end);
    [[nodiscard]] std::optional<Time> end() const { return end_; }

private:
    std::optional<Time> end_;
};

/// Where the audio ends by the container's table. Absent: no audio, or no table.
std::optional<Time> audio_end_by_table(const VideoFile& file);

}  // namespace mediaedit::internal
