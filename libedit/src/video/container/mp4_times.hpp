// When each picture of an MP4 is shown, by its tables alone.
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

/// In the order the pictures are stored. Units: the track's ticks, as the tables have them, before
/// any edit list. Shapes: at most `most` of them; fewer than there are where the tables are
/// damaged. No picture is read, however long the file.
std::vector<SampleTimes> sample_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most);

/// The same, of the times at which they are shown.
std::vector<std::int64_t> shown_times(const std::filesystem::path& file, const Mp4Track& track,
                                      std::size_t most);

}  // namespace mediaedit::internal
