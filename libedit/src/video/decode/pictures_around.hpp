// Which picture is on the screen at a moment, and what comes behind it, by the packets alone.
#pragma once

#include "plan/screen_time.hpp"
#include "video/container/video_file.hpp"

#include <cstdint>
#include <functional>
#include <optional>

namespace mediaedit::internal {

/// Units: ticks of the picture stream.
struct PicturesAround {
    std::optional<std::int64_t> shown;  ///< pts of the picture that is on the screen; absent: none
                                        ///< that was found begins so early
    std::int64_t shown_until =
        0;  ///< where its time ends: `next`; of the last one its end, held as long as sound goes on
    std::optional<std::int64_t> next;  ///< of the one behind it; absent: it is the last
    bool shown_is_key = false;
    std::optional<std::int64_t>
        next_key;  ///< the first one behind `shown`, as far as it was looked for
};

struct KeyWish {
    std::function<bool(const AVPacket&)> is_key{};  ///< empty: keys do not matter
    std::optional<Time> until{};  ///< what comes later does not matter; absent: all does
};

/// Pictures that an edit list leaves out do not count; those without a time neither.
/// Errors: CannotCopy ("timestamps"), where keys matter and a picture has no time; what `is_key`
/// throws; those of VideoFile::read.
PicturesAround look_around(VideoFile& file, Time at, const KeyWish& keys);

/// The time on the screen of the picture that is shown at `at`; of what stands before the first
/// picture or behind the last one's end, what is known.
OnScreen screen_at(VideoFile& file, Time at);

/// The latest tick of the pictures that is not later than `at`.
std::int64_t tick_until(const VideoFile& file, Time at);

/// Where sound ends that goes on without long gaps, told packet by packet.
class SoundEnd {
public:
    void add(Time begin, Time end);
    [[nodiscard]] std::optional<Time> end() const { return end_; }

private:
    std::optional<Time> end_;
};

/// Where the sound ends by a container's table. Absent: no sound, or no table.
std::optional<Time> told_sound_end(const VideoFile& file);

}  // namespace mediaedit::internal
