// When a film flashes and clicks, as a player presents it.
#pragma once

#include <filesystem>
#include <vector>

namespace mediaedit::test {

/// Units: seconds on the file's own clock, which pictures and sound share.
struct FlashesAndClicks {
    std::vector<double> flashes;  ///< start of each light picture after a dark one
    std::vector<double> clicks;   ///< middles of the clicks of click_wave
    double first_picture = 0;
    double audio_end = 0;  ///< end of the last packet by the file's times
};

/// Decodes the whole file frame by frame, keeping none. Errors: std::runtime_error.
FlashesAndClicks watch_and_hear(const std::filesystem::path& file);

}  // namespace mediaedit::test
