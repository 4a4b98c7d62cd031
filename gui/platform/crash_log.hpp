// A log of crashes for developers, without pictures, names or captions.
#pragma once

#include <filesystem>
#include <string>

namespace sunting {

/// $XDG_STATE_HOME/sunting/crash.log
std::filesystem::path crash_log_file();

/// From now on a crash writes version, renderer and stack into that file, then ends the program as
/// usual. The work is already on disk.
void log_crashes(const std::string& renderer);

}  // namespace sunting
