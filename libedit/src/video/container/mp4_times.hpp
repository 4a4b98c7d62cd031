// Reads display and decode times from an MP4's tables.
#pragma once

#include "video/container/mp4_boxes.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <vector>

namespace mediaedit::internal {

struct SampleTimes {
    std::int64_t decoded = 0, shown = 0;
};

/// In the order in which frames are stored. Units: the track's ticks, before any edit list. Shapes:
/// at most `most`; fewer if the tables are damaged. Reads the tables only.
std::vector<SampleTimes> sample_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most);

/// Only the display times, in the same order.
std::vector<std::int64_t> shown_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most);

}  // namespace mediaedit::internal
