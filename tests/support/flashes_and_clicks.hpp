// When a film flashes and when it clicks, as a player shows both.
#pragma once

#include <filesystem>
#include <vector>

namespace mediaedit::test {

/// Units: seconds on the file's own clock, which pictures and sound share.
struct FlashesAndClicks {
    std::vector<double> flashes;  ///< the first moment of each light picture after a dark one
    std::vector<double> clicks;   ///< the middles of clicks as click_wave has them
    double first_picture = 0;
    double sound_end = 0;  ///< of the last packet, as the file says
};

/// Decodes all of it, holding none of it.
/// Errors: std::runtime_error.
FlashesAndClicks watch_and_hear(const std::filesystem::path& file);

}  // namespace mediaedit::test
