// Where the pictures that a video can be cut at by copying lie.
#pragma once

#include "video/container/video_file.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// For each moment the time of the last key picture that is shown at or before it; none where the
/// file does not lead to one. Reads a packet or two a moment. Shapes: one entry a moment. Errors:
/// cancelled, unreadable.
std::vector<std::optional<Time>> key_times(const VideoFile& file, std::span<const Time> moments);

}  // namespace mediaedit::internal
