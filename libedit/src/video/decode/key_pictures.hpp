// Examines a video's groups of pictures, and the order in which frames are stored.
#pragma once

#include "av/video_facts.hpp"
#include "video/container/video_file.hpp"

#include <optional>

namespace mediaedit::internal {

struct PictureOrder {
    Groups groups = Groups::unknown;
    double longest_group_s = 0, usual_group_s = 0;
    bool has_b_frames = false;
    std::optional<double> audio_ends_later_s;  ///< if both ends are known
};

/// Examines the packets, not only the container's flags. `file` must be at its beginning; at most
/// the first half minute is read. The distance between key frames comes from the container's table
/// if there is one. Errors: those of VideoFile::read.
PictureOrder examine_pictures(VideoFile& file);

}  // namespace mediaedit::internal
