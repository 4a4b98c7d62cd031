// Finds the key frames at which a video can be cut by copying.
#pragma once

#include "video/container/video_file.hpp"

#include <mediaedit/control.hpp>
#include <mediaedit/time.hpp>

#include <optional>
#include <span>
#include <vector>

namespace mediaedit::internal {

/// For each of `moments` the time of the last key frame shown at or before it; absent if seeking
/// finds none. Reads one or two packets for each. Shapes: one entry for each moment. Errors:
/// cancelled, unreadable.
std::vector<std::optional<Time>> key_times(const VideoFile& file, std::span<const Time> moments);

}  // namespace mediaedit::internal
