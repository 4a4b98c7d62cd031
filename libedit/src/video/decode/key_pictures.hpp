// How the pictures of a video lean on each other: its groups, and the order in which they are
// stored.
#pragma once

#include "av/video_facts.hpp"
#include "video/container/video_file.hpp"

#include <optional>

namespace mediaedit::internal {

struct PictureOrder {
    Groups groups = Groups::unknown;
    double longest_group_s = 0, usual_group_s = 0;
    bool has_b_frames = false;
    std::optional<double> sound_ends_later_s;  ///< where both ends were read or are told
};

/// Looks at the packets themselves, not only at what the container says of them. Reads on from
/// where `file` stands, which must be its beginning, and at most the first half minute; how far
/// apart key pictures lie is taken from the container's table where there is one. Errors: those of
/// VideoFile::read.
PictureOrder look_at_pictures(VideoFile& file);

}  // namespace mediaedit::internal
